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
     * @param trouble what goes wrong meanwhile, if anything does
     * @param back how the reason begins for which the stack must go back; empty if it must not
     */
    record Deploy(String name, StackModel model, Optional<Trouble> trouble, Optional<String> back) implements Leg {
        /** A deploy that goes back if and only if there is trouble. */
        public Deploy(String name, StackModel model, Optional<Trouble> trouble) {
            this(name, model, trouble, trouble.map(Trouble::reason));
        }

        /** Whether {@code reason} is what was to be expected. */
        public boolean expects(Optional<String> reason) {
            return back.isPresent() == reason.isPresent() && reason.orElse("").startsWith(back.orElse(""));
        }
    }

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
     * A deploy during which somebody writes the weights by hand.
     *
     * @param deploy the deploy
     * @param after how long after traffic began to move, in the template's time
     * @param hand what is written
     */
    record MeddledDeploy(Deploy deploy, Duration after, ByHand hand) implements Leg {
        @Override
        public String name() {
            return deploy.name();
        }
    }

    /**
     * The operator waits until every host is healthy, as {@code aws elbv2 wait target-in-service} does.
     *
     * @param name what the report calls it
     */
    record AwaitHealth(String name) implements Leg {}

    /**
     * Somebody resizes a fleet.
     *
     * @param name what the report calls it
     * @param color whose
     * @param desired to how many hosts
     */
    record Resize(String name, String color, int desired) implements Leg {}

    /**
     * Nothing is changed for a while.
     *
     * @param name what the report calls it
     * @param time how long, in the template's time
     */
    record Hold(String name, Duration time) implements Leg {}
}
