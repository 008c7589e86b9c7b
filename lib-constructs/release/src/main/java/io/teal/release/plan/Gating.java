package io.teal.release.plan;

import io.teal.release.InvalidValueException;
import io.teal.release.Required;
import io.teal.release.observation.HookPoint;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The evidence that a shift needs before it goes on.
 *
 * @param evidence what counts as evidence in a step before the last; the bake needs none
 * @param samples the samples needed
 * @param hooks which of the user's hooks there are
 * @param approval how long a run waits for a person before the last share, if that is most of the traffic; empty if it
 *     asks nobody
 */
public record Gating(Evidence evidence, long samples, Set<HookPoint> hooks, Optional<Duration> approval) {

    /** Checks the ranges. */
    public Gating {
        Required.all(evidence, hooks, approval);
        hooks = Set.copyOf(hooks);
        InvalidValueException.require(samples >= 0, "samples must be 0 or more, got " + samples);
    }

    /** Of a service that asks nobody. */
    public Gating(Evidence evidence, long samples, HookPoint... hooks) {
        this(evidence, samples, Set.of(hooks), Optional.empty());
    }

    boolean hook(HookPoint point) {
        return hooks.contains(point);
    }
}
