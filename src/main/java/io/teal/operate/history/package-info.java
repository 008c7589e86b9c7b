/** {@code teal history}: past releases, from the records of the state machine. */
package io.teal.operate.history;
