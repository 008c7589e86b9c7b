package io.teal.release.plan;

import io.teal.release.Color;
import io.teal.release.Required;
import io.teal.release.journal.Journal;
import io.teal.release.journal.Outcome;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Weights;
import io.teal.release.step.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What one run does. It never changes during the run.
 *
 * @param purpose what the run is for
 * @param color the colour that gains traffic, or is prepared for it; empty if the plan is about no colour
 * @param home where the weights were when the operation began; empty if there is no production action yet
 * @param steps the steps forward
 * @param back the steps back; empty if there is nothing to roll back
 */
public record Plan(Purpose purpose, Optional<Color> color, Optional<Weights> home, List<Step> steps, List<Step> back) {

    /** What a run is for, with the stack's direction it needs and its outcomes. */
    public enum Purpose {
        /** Moves traffic to what the release says, inside an update. */
        SHIFT(Direction.FORWARD, Outcome.PROMOTED, Outcome.ROLLED_BACK),
        /** Waits, inside an update, until a fleet may be removed or replaced. */
        COOL(Direction.FORWARD, Outcome.PROMOTED, Outcome.ROLLED_BACK),
        /** Brings traffic home, inside a stack's rollback. */
        RECOVER(Direction.BACKWARD, Outcome.ROLLED_BACK, Outcome.NEEDS_HUMAN),
        /** Brings traffic to the standby, by an operator's or an alarm's command, while the stack is idle. */
        EMERGENCY(Direction.IDLE, Outcome.ROLLED_BACK, Outcome.NEEDS_HUMAN),
        /** Has CodeDeploy install a version, inside an update. */
        INSTALL(Direction.FORWARD, Outcome.INSTALLED, Outcome.NOT_INSTALLED),
        /**
         * Has CodeDeploy reinstall the old version while the stack rolls back, on hosts without traffic. A failure does
         * no harm there and is reported as SUCCESS, because FAILED would leave the stack stuck.
         */
        INSTALL_BACK(Direction.BACKWARD, Outcome.INSTALLED, Outcome.NOT_INSTALLED) {
            @Override
            public boolean succeeds(Outcome outcome) {
                return outcome == success() || outcome == failure();
            }
        },
        /** The same on hosts with traffic. A failure is reported as FAILED: hosts of two versions serve. */
        INSTALL_BACK_IN_PLACE(Direction.BACKWARD, Outcome.INSTALLED, Outcome.NOT_INSTALLED);

        private final Direction direction;
        private final Outcome success;
        private final Outcome failure;

        Purpose(Direction direction, Outcome success, Outcome failure) {
            this.direction = direction;
            this.success = success;
            this.failure = failure;
        }

        /** The only direction of the stack in which the run may write. */
        public Direction direction() {
            return direction;
        }

        /** How the run ends if all its steps are done. */
        public Outcome success() {
            return success;
        }

        /** How it ends if a step fails and there is nothing to roll back. */
        public Outcome failure() {
            return failure;
        }

        /** Whether CloudFormation is answered SUCCESS. */
        public boolean succeeds(Outcome outcome) {
            return outcome == success;
        }

        /** Whether it installs, and moves no traffic. */
        public boolean installs() {
            return success == Outcome.INSTALLED;
        }

        /** Whether weights that someone else wrote stop the run. A recovery returns traffic from any weights. */
        public boolean stopsOnForeignWeights() {
            return this != RECOVER;
        }
    }

    public Plan {
        Required.all(purpose, color, home);
        steps = List.copyOf(steps);
        back = List.copyOf(back);
    }

    /** The step that a run with {@code journal} is at. */
    public Step step(Journal journal) {
        return (journal.goingBack() ? back : steps).get(journal.step());
    }

    /** The longest time the way back may take. */
    public Duration wayBack() {
        return back.stream().map(Step::patience).reduce(Duration.ZERO, Duration::plus);
    }

    /** The colour that gains traffic, or is prepared for it. */
    public Color toward() {
        return color.orElseThrow();
    }
}
