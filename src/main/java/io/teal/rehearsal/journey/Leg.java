package io.teal.rehearsal.journey;

import io.teal.rehearsal.model.StackModel;
import io.teal.rehearsal.stack.Trouble;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One leg of a journey. */
public sealed interface Leg {

    /** What the report calls it. */
    String name();

    /**
     * A template given to the stack.
     *
     * @param name what the report calls it
     * @param model the template
     * @param trouble what goes wrong meanwhile, so that the stack goes back
     */
    record Deploy(String name, StackModel model, Optional<Trouble> trouble) implements Leg {}

    /**
     * Somebody writes the weights of production by hand, as the command in the stack's outputs does.
     *
     * @param name what the report calls it
     * @param weights by target group
     */
    record ByHand(String name, Map<String, Integer> weights) implements Leg {
        /** Copies the map. */
        public ByHand {
            weights = Map.copyOf(weights);
        }
    }

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
