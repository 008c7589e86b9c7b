package io.teal.rehearsal.journey;

import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.Trouble;
import java.time.Duration;
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
     * Something happens.
     *
     * @param name what the report calls it
     * @param incident what
     */
    record Happens(String name, Incident incident) implements Leg {}

    /**
     * A deploy during which something happens.
     *
     * @param deploy the deploy
     * @param moment from when on {@code after} counts
     * @param after how long after that, in the template's time
     * @param incident what happens
     */
    record DisturbedDeploy(Deploy deploy, Moment moment, Duration after, Incident incident) implements Leg {
        @Override
        public String name() {
            return deploy.name();
        }
    }

    /** Moments within a deploy. */
    enum Moment {
        /** It begins. */
        BEGINS,
        /** There is one fleet more than before. */
        FLEET_APPEARS,
        /** The weights of production, or of a rule of its listener, are no longer what they were. */
        TRAFFIC_MOVES
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
    record Unchanged(String name, Duration time) implements Leg {}
}
