package io.teal.rehearsal.aws.elb;

import java.time.Duration;

/**
 * How a target group probes its targets, with Elastic Load Balancing's defaults for what a template leaves out.
 *
 * @param path requested on the traffic port; empty for a TCP health check
 * @param matcher the status codes that pass
 * @param interval time between two probes of one target
 * @param timeout how long one probe may take
 * @param thresholds how many passes or failures in a row change the state of a target
 */
public record HealthCheck(
        String path, StatusMatcher matcher, Duration interval, Duration timeout, Thresholds thresholds) {

    /** Whether it is a TCP health check, which only opens a connection. */
    public boolean connectsOnly() {
        return path.isEmpty();
    }

    /** How long a target may be dead before it is unhealthy, at most. */
    public Duration detection() {
        return interval.multipliedBy(thresholds.unhealthy());
    }

    /**
     * Consecutive health checks. A new target is healthy after its first pass.
     *
     * @param healthy passes that make an unhealthy target healthy
     * @param unhealthy failures that make a target unhealthy
     */
    public record Thresholds(int healthy, int unhealthy) {}
}
