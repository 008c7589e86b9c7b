package io.teal.constructs.cutover;

import io.teal.constructs.fleet.SharedFleet;
import java.util.Objects;

/**
 * Both colours on the same hosts, instead of a fleet each.
 *
 * @param fleet the hosts
 * @param install how CodeDeploy installs what both colours run
 * @param greenPort where green listens
 */
public record Shared(SharedFleet fleet, Install install, int greenPort) {
    /** Checks that nothing is missing. */
    public Shared {
        Objects.requireNonNull(fleet, "fleet");
        Objects.requireNonNull(install, "install");
    }
}
