package io.teal.rehearsal.aws.autoscaling;

import java.time.Duration;

/**
 * What CPU is computed from: a host at its capacity of requests a second has 100 %.
 *
 * @param offered requests a second that clients send to all fleets, in real time
 * @param capacity requests a second that a host can answer
 */
public record Workload(double offered, double capacity) {
    private static final double NANOS = 1e9;

    /**
     * Average CPU of {@code hosts}, in percent, that were sent {@code routed} requests of {@code all} in {@code real}.
     * More than is offered is what a machine at a standstill sends afterwards at once: no host on AWS would see it, so
     * it counts as if it had been sent in time.
     */
    double percent(long routed, long all, Duration real, int hosts) {
        double due = offered * real.toNanos() / NANOS;
        double inTime = routed * Math.min(1, due / Math.max(1, all));
        return 100 * inTime / (real.toNanos() / NANOS) / Math.max(1, hosts) / capacity;
    }
}
