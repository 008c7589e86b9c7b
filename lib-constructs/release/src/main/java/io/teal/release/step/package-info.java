/** What a step is: what it sees, says and calls, and the guards it obeys. */
package io.teal.release.step;
