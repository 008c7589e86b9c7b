package io.teal.release.plan;

import io.teal.release.Color;
import io.teal.release.journal.Outcome;
import io.teal.release.seen.Direction;
import io.teal.release.seen.Weights;
import io.teal.release.step.Step;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What one run is to do. It never changes while the run goes on.
 *
 * @param purpose what the run is for
 * @param toward the colour that gains traffic, or is prepared for it
 * @param home where the weights were when the operation began; empty if there is no production action yet
 * @param steps the way on
 * @param back the way back; empty if there is nothing to take back
 */
public record Plan(Purpose purpose, Color toward, Optional<Weights> home, List<Step> steps, List<Step> back) {

    /** What a run is for: which way the stack must be going, and how it ends. */
    public enum Purpose {
        /** Moves traffic to what the release says, inside an update. */
        SHIFT(Direction.FORWARD, Outcome.PROMOTED, Outcome.ROLLED_BACK),
        /** Waits, inside an update, until a fleet may go. */
        COOL(Direction.FORWARD, Outcome.PROMOTED, Outcome.ROLLED_BACK),
        /** Brings traffic home, inside a stack's rollback. */
        RECOVER(Direction.BACKWARD, Outcome.ROLLED_BACK, Outcome.NEEDS_HUMAN),
        /** Brings traffic to the standby, by an operator's or an alarm's command, while the stack is idle. */
        EMERGENCY(Direction.IDLE, Outcome.ROLLED_BACK, Outcome.NEEDS_HUMAN);

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

        /** How it ends if a step fails and there is nothing to take back. */
        public Outcome failure() {
            return failure;
        }

        /** Whether weights that someone else writes stop it. A run that goes home goes home from anywhere. */
        public boolean minds() {
            return this != RECOVER;
        }
    }

    /** Copies the lists. */
    public Plan {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(toward, "toward");
        Objects.requireNonNull(home, "home");
        steps = List.copyOf(steps);
        back = List.copyOf(back);
    }
}
