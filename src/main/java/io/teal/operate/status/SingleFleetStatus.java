package io.teal.operate.status;

import io.teal.operate.account.HostRefresh;
import io.teal.operate.account.SingleFleet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The live state of a service with one fleet.
 *
 * @param fleet the service
 * @param runs what its hosts run or boot from; empty text if there is no such group
 * @param desired hosts that Auto Scaling wants
 * @param healthy healthy targets, one number for each target group
 * @param outdated hosts in service that have booted from another launch template version than the group's
 * @param refresh the instance refresh that goes on, if one does
 * @param installs runs of Install that have not ended, newest first
 * @param failure the run of Install that the last deploy failed in, if it did
 */
public record SingleFleetStatus(
        SingleFleet fleet,
        String runs,
        int desired,
        List<Integer> healthy,
        int outdated,
        Optional<HostRefresh> refresh,
        List<RunStatus> installs,
        Optional<FailedRun> failure) {
    /** Copies the lists. */
    public SingleFleetStatus {
        healthy = List.copyOf(healthy);
        installs = List.copyOf(installs);
    }

    /** Whether neither a refresh nor a run is in progress. */
    boolean atRest() {
        return refresh.isEmpty() && installs.isEmpty();
    }

    /** Why it is not settled; empty if it is. */
    Optional<String> unsettled() {
        if (runs.isEmpty()) {
            return Optional.of("there is no group " + fleet.group());
        }
        if (!atRest()) {
            return Optional.of(installs.isEmpty() ? "a refresh of hosts has not ended" : "a run has not ended");
        }
        if (outdated > 0) {
            return Optional.of(outdated + " hosts have booted from another version of the launch template");
        }
        int least = healthy.isEmpty() ? desired : Collections.min(healthy);
        return least < desired ? Optional.of(least + " of " + desired + " hosts are healthy") : Optional.empty();
    }
}
