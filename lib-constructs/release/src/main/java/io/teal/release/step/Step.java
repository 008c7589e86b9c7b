package io.teal.release.step;

import io.teal.release.Color;
import io.teal.release.observation.Weights;
import java.time.Duration;
import java.util.Optional;

/** One step of a plan: its effect and its check in one pure method, and its texts for people. */
public interface Step {

    /** Where the step stands. Only called when weights and fleets could be read. */
    Progress look(StepContext run);

    /** How long it may take before it has failed. */
    Duration patience();

    /** Its name for people, two or three words: {@code watch alarms}. */
    String name();

    /**
     * What happens in it, one line for people; empty if it only looks.
     *
     * @param toward the colour that gains traffic, or is prepared for it
     */
    default Optional<String> what(Color toward) {
        return Optional.empty();
    }

    /** The weights that it leaves; empty if it moves none. */
    default Optional<Weights> leaves(Color toward) {
        return Optional.empty();
    }

    /** Whether it decides by the health of targets: else nobody need read it, unless the colour has traffic. */
    default boolean judgesHealth() {
        return false;
    }

    /** Whether it waits for a person's word. */
    default boolean asks() {
        return false;
    }

    /** The time a plan counts for it: {@link #takes}, or {@link #patience} if that is not known. */
    default Duration planned() {
        return takes().isZero() ? patience() : takes();
    }

    /** How long it takes at least. */
    default Duration takes() {
        return Duration.ZERO;
    }
}
