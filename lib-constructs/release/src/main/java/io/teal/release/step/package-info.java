/**
 * What a step is: what it sees, says and calls, and the guards it obeys. Depends on {@code journal} and {@code seen}.
 */
package io.teal.release.step;
