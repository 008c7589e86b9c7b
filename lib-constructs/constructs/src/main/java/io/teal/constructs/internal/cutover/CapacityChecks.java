package io.teal.constructs.internal.cutover;

import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import io.teal.release.Strategy;

/** What a strategy whose capacity follows the traffic cannot release. */
final class CapacityChecks {
    private static final String REMEDY = "take canary or linear for this release";

    private CapacityChecks() {}

    /**
     * Checks that each colour can have as many hosts as its share takes.
     *
     * @throws InvalidValueException if both share their hosts, CodeDeploy installs on hosts that must be there before,
     *     or a share rests, which later deploys would take for all of production
     */
    static void require(Strategy strategy, Release release, CutoverFleets fleets) {
        if (!strategy.sharesCapacity()) {
            return;
        }
        String why = "strategy " + strategy + " gives each colour the hosts of its share";
        InvalidValueException.require(
                fleets instanceof FleetPerColor, why + ", and both colours share their hosts", REMEDY);
        InvalidValueException.require(
                fleets.installations().isEmpty(), why + ", and CodeDeploy installs before there are any", REMEDY);
        InvalidValueException.require(
                release.candidatePercent() == 0,
                why + " until all of it has moved, and candidatePercent " + release.candidatePercent() + " rests",
                REMEDY);
    }
}
