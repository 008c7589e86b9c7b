package io.teal.rehearsal.aws.autoscaling;

import java.util.function.IntPredicate;

/** How many hosts of a fleet are in each of the two availability zones of a rehearsal, 0 and 1. */
final class ZonePlacement {
    private final IntPredicate lost;
    private final int[] hosts = new int[2];

    /** None is launched in a zone that is {@code lost}. */
    ZonePlacement(IntPredicate lost) {
        this.lost = lost;
    }

    /** The zone of the next host: the one with fewer hosts, unless it is lost. */
    synchronized int take() {
        int fewer = hosts[0] <= hosts[1] ? 0 : 1;
        int zone = lost.test(fewer) ? 1 - fewer : fewer;
        hosts[zone]++;
        return zone;
    }

    /** A host in {@code zone} is terminating. */
    synchronized void leave(int zone) {
        hosts[zone]--;
    }
}
