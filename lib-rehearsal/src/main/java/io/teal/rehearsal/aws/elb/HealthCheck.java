package io.teal.rehearsal.aws.elb;

import java.time.Duration;

/**
 * How a target group probes its targets, with Elastic Load Balancing's defaults for what a template leaves out.
 *
 * @param path what is asked for, on the port that takes traffic; empty where it is enough that a connection opens
 * @param matcher the answers that pass
 * @param interval time between two probes of one target
 * @param timeout how long one probe may take
 * @param thresholds how many passes or failures in a row change the state of a target
 */
public record HealthCheck(
        String path, StatusMatcher matcher, Duration interval, Duration timeout, Thresholds thresholds) {

    /** Whether it is enough that a connection opens. */
    public boolean connectsOnly() {
        return path.isEmpty();
    }

    /**
     * Counts of probes in a row. They do not hold back a new target: its first pass makes it healthy.
     *
     * @param healthy passes that make an unhealthy target healthy
     * @param unhealthy failures that make a target unhealthy
     */
    public record Thresholds(int healthy, int unhealthy) {}
}
