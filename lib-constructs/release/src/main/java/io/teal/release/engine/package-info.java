/**
 * The decision maker: {@code tick(Plan, Journal, Observation) → Decision}, a pure function. Depends on {@code plan},
 * {@code steps}, {@code step}, {@code journal} and {@code observation}; reads no clock and calls nothing.
 */
package io.teal.release.engine;
