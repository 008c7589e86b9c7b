package io.teal.rehearsal.aws.autoscaling;

import java.time.Instant;

/**
 * One running host.
 *
 * @param id unique in the run
 * @param fleet the fleet as it was when the host was launched
 * @param machine what it runs on
 * @param zone its availability zone, 0 or 1
 * @param since when it was launched
 */
public record Host(String id, FleetModel fleet, Machines.Machine machine, int zone, Instant since) {
    /** By what is unique: hosts are in many sets, and a fleet is much to compare. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Host host && host.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The port it listens on. */
    public int port() {
        return machine.port();
    }
}
