/** The state machine without AWS: runs an execution as its definition would, for the rehearsal and for tests. */
package io.teal.runtime.statemachine;
