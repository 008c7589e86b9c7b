package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.fleet.FleetSettings;
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

    /**
     * Checks that a colour without traffic can have {@code hosts}, and grow before it gets some.
     *
     * @throws InvalidValueException if that is none, or more than the service's fewest; if something else says how many
     *     it has: a rollout, nights, the other colour, which has the same hosts, or CodeDeploy, which installs on those
     *     that are there
     */
    static void requireStandby(int hosts, Strategy strategy, FleetSettings fleet, CutoverFleets fleets) {
        InvalidValueException.require(
                hosts >= 1 && hosts <= fleet.minCapacity(),
                "standbyCapacity must be from 1 to minCapacity " + fleet.minCapacity() + ", got " + hosts,
                "retire the colour to have no hosts");
        String why = "standbyCapacity keeps a colour without traffic at " + hosts + ", and ";
        String remedy = "leave standbyCapacity out";
        InvalidValueException.require(
                !strategy.sharesCapacity(), why + "strategy " + strategy + " leaves it none", remedy);
        InvalidValueException.require(
                fleet.nights().findAny().isEmpty(), why + "a schedule takes all hosts away", remedy);
        InvalidValueException.require(fleets instanceof FleetPerColor, why + "both colours share their hosts", remedy);
        InvalidValueException.require(
                fleets.installations().isEmpty(), why + "CodeDeploy installs on hosts that are there", remedy);
    }
}
