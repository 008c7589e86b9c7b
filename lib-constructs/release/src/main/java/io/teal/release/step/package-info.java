/** A step's inputs, result, calls and guards. */
package io.teal.release.step;
