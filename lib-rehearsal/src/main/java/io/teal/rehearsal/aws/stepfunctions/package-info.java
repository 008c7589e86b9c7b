/** Step Functions: executions of the runtime's state machine, each on a thread of its own. */
package io.teal.rehearsal.aws.stepfunctions;
