package io.teal.runtime.execution;

import java.util.Map;

/** The release function: what CloudFormation, EventBridge and the state machine ask of it. */
public interface ReleaseFunction extends Verbs {
    /**
     * Starts the execution that {@code map}, an event of CloudFormation, asks for, or answers it at once: most deletes,
     * and properties that cannot be read. An event that is delivered twice starts one execution.
     *
     * @throws io.teal.release.port.AwsException if the execution cannot be started; Lambda then delivers the event
     *     again, twice at most
     */
    void onEvent(Map<String, Object> map);

    /**
     * Looks whether an alarm after a release is to return traffic, and if so starts the execution that does it. It is
     * called when an alarm changes its state, and by a schedule, so that a lost event is found.
     *
     * @param machine ARN of the state machine of the service
     * @param stack ARN of its stack
     * @throws io.teal.release.port.AwsException if something cannot be read; Lambda then calls again, twice at most
     */
    void guard(String machine, String stack);

    /**
     * Answers CloudFormation for an execution that has ended without an answer, or could not give it. The stack then
     * rolls back at once, and its Preflight returns traffic; otherwise it would wait out its hour with traffic where
     * the execution left it.
     *
     * @param input the execution's
     * @param how its status, and the error if there is one
     */
    void died(Map<String, Object> input, String how);
}
