/**
 * What a step is: its inputs, its result, its calls, and the guards it obeys. Depends on {@code journal} and
 * {@code observation}.
 */
package io.teal.release.step;
