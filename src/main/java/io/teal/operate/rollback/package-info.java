/**
 * {@code teal rollback}: traffic back to the standby, by the engine, while the stack is at rest; or the cancelling of
 * an update in progress.
 */
package io.teal.operate.rollback;
