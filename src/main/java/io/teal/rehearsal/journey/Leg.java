package io.teal.rehearsal.journey;

import io.teal.rehearsal.model.StackModel;
import java.time.Duration;

/** One leg of a journey. */
public sealed interface Leg {

    /** What the report calls it. */
    String name();

    /**
     * A template given to the stack.
     *
     * @param name what the report calls it
     * @param model the template
     */
    record Deploy(String name, StackModel model) implements Leg {}

    /**
     * The operator waits until every host is healthy, as {@code aws elbv2 wait target-in-service} does.
     *
     * @param name what the report calls it
     */
    record AwaitHealth(String name) implements Leg {}

    /**
     * Nothing is changed for a while.
     *
     * @param name what the report calls it
     * @param time how long, in the template's time
     */
    record Hold(String name, Duration time) implements Leg {}
}
