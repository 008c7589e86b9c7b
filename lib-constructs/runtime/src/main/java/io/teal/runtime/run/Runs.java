package io.teal.runtime.run;

import io.teal.release.port.Aws;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;

/**
 * All that the function does, by the names the state machine calls it with. An execution's payload is a map of texts,
 * lists and maps, and goes through every call: nothing is remembered anywhere else.
 *
 * <pre>
 *   CloudFormation ─▶ onEvent ─▶ [ tick ─▶ again | wait | call ─▶ tick ... ] ─▶ answer ─▶ CloudFormation
 *                                   └─ fails ─▶ abort ─▶ tick ...
 * </pre>
 */
public final class Runs {

    /** What to do next, in the payload: {@code again}, {@code wait}, {@code call}, {@code answer}, {@code done}. */
    public static final String NEXT = "next";

    /** How many seconds to wait if {@link #NEXT} is {@code wait}. */
    public static final String SECONDS = "seconds";

    /** The call to make if {@link #NEXT} is {@code call}: {@code function}, {@code payload}, {@code seconds}. */
    public static final String CALL = "call";

    /** What that call gave: {@code answer}, or {@code Error} and {@code Cause}. */
    public static final String CALLED = "called";

    /** ARN of the execution. */
    public static final String EXECUTION = "execution";

    /** The custom resource's event. */
    public static final String EVENT = "event";

    /** Runs over {@code aws}, by {@code clock}; {@code log} takes one line for each decision. */
    public Runs(Aws aws, Answers answers, Clock clock, Consumer<String> log) {}

    /** Starts the execution that {@code event} of CloudFormation asks for, or answers it at once. */
    public void onEvent(Map<String, Object> event) {
        throw new UnsupportedOperationException();
    }

    /** One tick of the execution with {@code payload}; returns the payload to go on with. */
    public Map<String, Object> tick(Map<String, Object> payload) {
        throw new UnsupportedOperationException();
    }

    /** After ticks that failed: gives up going forward, for the reason under {@code error}. */
    public Map<String, Object> abort(Map<String, Object> payload) {
        throw new UnsupportedOperationException();
    }

    /** Answers CloudFormation. */
    public Map<String, Object> answer(Map<String, Object> payload) {
        throw new UnsupportedOperationException();
    }
}
