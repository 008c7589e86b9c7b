package io.teal.rehearsal.journey;

import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.Trouble;
import java.time.Duration;
import java.util.Optional;

/** One leg of a journey. */
public sealed interface Leg {

    /** What the report calls it. */
    String name();

    /** The deploy of the leg, if it is one. */
    default Optional<Deploy> deploys() {
        return Optional.empty();
    }

    /** What it stages on purpose, in a few words; empty if nothing. */
    default Optional<String> staged() {
        return Optional.empty();
    }

    /** Has {@code operator} carry it out. */
    LegEnd carriedOutBy(Operator operator);

    /** Carries out legs. */
    interface Operator {
        /** Deploys. */
        LegEnd deploy(Deploy deploy);

        /** Deploys, with an incident meanwhile. */
        LegEnd deploy(DisturbedDeploy disturbed);

        /** Runs an incident. */
        LegEnd happen(Incident incident);

        /** Waits until every host is healthy. */
        LegEnd awaitHealth();

        /** Changes nothing for {@code time}, in the template's time. */
        LegEnd changeNothing(Duration time);
    }

    /**
     * A template given to the stack.
     *
     * @param trouble what goes wrong meanwhile, if anything does
     * @param back how the reason of the expected rollback begins; empty if none is expected
     */
    record Deploy(String name, StackModel model, Optional<Trouble> trouble, Optional<String> back) implements Leg {
        /** A deploy that rolls back if and only if there is trouble. */
        public Deploy(String name, StackModel model, Optional<Trouble> trouble) {
            this(name, model, trouble, trouble.map(Trouble::reason));
        }

        @Override
        public Optional<Deploy> deploys() {
            return Optional.of(this);
        }

        @Override
        public Optional<String> staged() {
            return trouble.map(outside -> name + ": " + outside.reason());
        }

        @Override
        public LegEnd carriedOutBy(Operator operator) {
            return operator.deploy(this);
        }

        /** Whether {@code reason} is as expected. */
        public boolean expects(Optional<String> reason) {
            return back.isPresent() == reason.isPresent() && reason.orElse("").startsWith(back.orElse(""));
        }
    }

    /** An incident between deploys. */
    record Happens(String name, Incident incident) implements Leg {
        @Override
        public Optional<String> staged() {
            return Optional.of(name);
        }

        @Override
        public LegEnd carriedOutBy(Operator operator) {
            return operator.happen(incident);
        }
    }

    /**
     * A deploy with an incident.
     *
     * @param moment from when on {@code after} counts
     * @param after how long after that, in the template's time
     */
    record DisturbedDeploy(Deploy deploy, Moment moment, Duration after, Incident incident) implements Leg {
        @Override
        public String name() {
            return deploy.name();
        }

        @Override
        public Optional<Deploy> deploys() {
            return Optional.of(deploy);
        }

        @Override
        public Optional<String> staged() {
            return Optional.of(name() + ", with an incident meanwhile");
        }

        @Override
        public LegEnd carriedOutBy(Operator operator) {
            return operator.deploy(this);
        }
    }

    /** Moments within a deploy. */
    enum Moment {
        /** It begins. */
        BEGINS,
        /** There is a new fleet. */
        FLEET_APPEARS,
        /** The weights of production, or of a rule of its listener, have changed. */
        TRAFFIC_MOVES
    }

    /** The operator waits until every host is healthy, as {@code aws elbv2 wait target-in-service} does. */
    record AwaitHealth(String name) implements Leg {
        @Override
        public LegEnd carriedOutBy(Operator operator) {
            return operator.awaitHealth();
        }
    }

    /** Nothing is changed for {@code time}, in the template's time. */
    record Unchanged(String name, Duration time) implements Leg {
        @Override
        public LegEnd carriedOutBy(Operator operator) {
            return operator.changeNothing(time);
        }
    }
}
