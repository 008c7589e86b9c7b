/**
 * The decision maker: {@code tick(Plan, Journal, Observation) → Decision}, a pure function. It reads no clock and calls
 * nothing.
 */
package io.teal.release.engine;
