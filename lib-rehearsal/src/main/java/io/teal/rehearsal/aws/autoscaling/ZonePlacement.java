package io.teal.rehearsal.aws.autoscaling;

import java.util.ArrayList;
import java.util.List;

/** The availability zones of a fleet's hosts. */
final class ZonePlacement {
    private final AvailabilityZones zones;
    private final List<Integer> taken = new ArrayList<>();

    ZonePlacement(AvailabilityZones zones) {
        this.zones = zones;
    }

    /** The zone of the next host. */
    synchronized int take() {
        long inFirst = taken.stream().filter(zone -> zone == 0).count();
        int zone = zones.next(inFirst, taken.size() - inFirst);
        taken.add(zone);
        return zone;
    }

    /** A host in {@code zone} is terminating. */
    synchronized void leave(int zone) {
        taken.remove((Integer) zone);
    }
}
