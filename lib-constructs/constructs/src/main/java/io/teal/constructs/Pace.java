package io.teal.constructs;

import io.teal.constructs.internal.update.HostsAtATime;

/** How many hosts CodeDeploy takes at a time; the others serve. */
public enum Pace {
    /** Half of them, rounded down. */
    HALF_AT_A_TIME(HostsAtATime.HALF),
    /** One after the other. */
    ONE_AT_A_TIME(HostsAtATime.ONE);

    final HostsAtATime hosts;

    Pace(HostsAtATime hosts) {
        this.hosts = hosts;
    }
}
