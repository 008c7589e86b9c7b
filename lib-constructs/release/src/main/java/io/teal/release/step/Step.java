package io.teal.release.step;

import java.time.Duration;

/** One step of a plan: its effect and its check in one pure method. */
public interface Step {

    /** Where the step stands. Only asked when weights and fleets could be read. */
    Progress look(Scene scene);

    /** How long it may take before it has failed. */
    Duration patience();

    /** What a plan counts for it: what it takes, or all it may take if that is not known. */
    default Duration planned() {
        return takes().isZero() ? patience() : takes();
    }

    /** How long it takes at least. */
    default Duration takes() {
        return Duration.ZERO;
    }
}
