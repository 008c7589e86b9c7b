/** A step's inputs, result, calls and guards. Depends on {@code journal} and {@code observation}. */
package io.teal.release.step;
