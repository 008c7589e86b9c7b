package io.teal.runtime.execution;

import java.util.Map;

/** What the state machine asks of the function: each takes an execution's payload and returns the one to go on with. */
public interface Verbs {

    /** One tick. */
    Map<String, Object> tick(Map<String, Object> payload);

    /** After ticks that failed: gives up going forward. */
    Map<String, Object> abort(Map<String, Object> payload);

    /** Answers CloudFormation. */
    Map<String, Object> answer(Map<String, Object> payload);
}
