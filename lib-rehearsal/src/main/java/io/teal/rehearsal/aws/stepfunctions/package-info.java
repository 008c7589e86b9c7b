/** Step Functions: executions of the runtime's state machine. */
package io.teal.rehearsal.aws.stepfunctions;
