package io.teal.release.plan;

import io.teal.release.InvalidValueException;
import io.teal.release.step.Evidence;
import java.util.Objects;

/**
 * The evidence that a shift needs before it goes on.
 *
 * @param evidence what counts as evidence in a step before the last; the bake needs none
 * @param samples the samples needed
 * @param hook whether the user has a hook to call before traffic moves
 */
public record Gating(Evidence evidence, long samples, boolean hook) {

    /** Checks the ranges. */
    public Gating {
        Objects.requireNonNull(evidence, "evidence");
        InvalidValueException.require(samples >= 0, "samples must be 0 or more, got " + samples);
    }
}
