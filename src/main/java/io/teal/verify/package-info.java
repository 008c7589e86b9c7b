/**
 * Measures in an account what {@code docs/assumptions.md} relies on: one stack that deletes itself. Depends on nothing
 * else of Teal.
 */
package io.teal.verify;
