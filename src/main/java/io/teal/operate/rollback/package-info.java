/**
 * {@code teal rollback}: traffic back to the standby, by the engine, while the stack is at rest; or the cancelling of
 * an update in progress. Depends on {@code io.teal.release}, {@code io.teal.runtime.run} and
 * {@code io.teal.operate.account}.
 */
package io.teal.operate.rollback;
