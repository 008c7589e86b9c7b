package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.traffic.StickySettings;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import io.teal.release.Strategy;

/** What a service whose clients stay with their version cannot do. */
final class StickyChecks {
    private StickyChecks() {}

    /**
     * Checks that a release leaves no client behind.
     *
     * @throws InvalidValueException if the bake may end before the last client has let go of the old colour; if
     *     capacity follows the weights, which clients that stay do not; if a standby is made small, to which a weight
     *     set by hand may have left them; or if a share rests, since a run that goes back to it could not take the
     *     clients that it has moved with it
     */
    static void require(StickySettings sticky, CutoverSettings options, Strategy strategy, Release release) {
        String why = (sticky.host() ? "stickToHost " : "stickToVersion ")
                + sticky.duration().toSeconds() + " s";
        long bake = options.bake().toSeconds().longValue();
        InvalidValueException.require(
                sticky.duration().toSeconds().longValue() <= bake,
                why + " is longer than the bake, " + bake + " s, and a release may leave clients on the old colour",
                "make CutoverOptions.bake as long, or clients let go sooner");
        InvalidValueException.require(
                !strategy.sharesCapacity(),
                why + " keeps clients where they are, and strategy " + strategy + " takes hosts away by the weights",
                "take canary or linear");
        InvalidValueException.require(
                options.standbyCapacity().isEmpty(),
                why + " keeps clients where they are, and standbyCapacity takes hosts of the standby away",
                "leave standbyCapacity out");
        InvalidValueException.require(
                release.candidatePercent() == 0,
                why + " keeps clients on a candidate that candidatePercent " + release.candidatePercent()
                        + " lets rest, and they could not go back with a release that fails",
                "take strategy=canary:" + Math.max(1, release.candidatePercent()) + "%,10m");
    }
}
