/** Measures in an account what {@code docs/assumptions.md} relies on: one stack that deletes itself. */
package io.teal.verify;
