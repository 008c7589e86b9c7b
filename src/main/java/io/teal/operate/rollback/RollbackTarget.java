package io.teal.operate.rollback;

import io.teal.operate.RefusedException;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.observation.Weights;
import java.util.Optional;

/** Which colour a rollback goes to. */
final class RollbackTarget {
    private RollbackTarget() {}

    /**
     * The requested colour; else the active colour if both have traffic, or the standby.
     *
     * @param release the release in the template
     * @param live the weights in the production action
     * @throws RefusedException if that colour has all traffic already, or none can be chosen
     */
    static Color of(Optional<Color> requested, Release release, Optional<Weights> live) {
        Weights weights = live.orElseThrow(() -> new RefusedException(
                "there is no production action that forwards to both colours", "deploy the stack first"));
        Color target = requested.orElseGet(() -> back(release, weights));
        if (weights.each().stream().allMatch(place -> place.percent(target) == 100)) {
            throw new RefusedException(
                    "live weights are " + weights + ": " + target + " has all of production already",
                    "teal status shows what the template says");
        }
        return target;
    }

    private static Color back(Release release, Weights weights) {
        Color active = release.active();
        if (weights.percent(active) == 0) {
            throw new RefusedException(
                    active.other() + " has all of production and the template says " + active
                            + ": it has been rolled back already",
                    "to move traffic to " + active + ", add --to " + active);
        }
        return weights.percent(active) == 100 ? active.other() : active;
    }
}
