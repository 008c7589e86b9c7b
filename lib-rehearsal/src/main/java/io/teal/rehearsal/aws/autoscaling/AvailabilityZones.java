package io.teal.rehearsal.aws.autoscaling;

/** The two availability zones of a rehearsal, 0 and 1. */
final class AvailabilityZones {
    private static final int NONE = -1;

    private volatile int lost = NONE;

    /** The zone of a fleet's next host: the one with fewer hosts, unless it is lost. */
    int next(long hostsInFirst, long hostsInSecond) {
        int wanted = hostsInFirst <= hostsInSecond ? 0 : 1;
        return wanted == lost ? 1 - wanted : wanted;
    }

    void lose(int zone) {
        lost = zone;
    }
}
