/**
 * The state machine without AWS: runs an execution as its definition would, for the rehearsal and for tests. Depends on
 * {@code io.teal.runtime.execution} only.
 */
package io.teal.runtime.statemachine;
