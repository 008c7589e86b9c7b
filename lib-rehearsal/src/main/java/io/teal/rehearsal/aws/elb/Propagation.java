package io.teal.rehearsal.aws.elb;

import java.time.Duration;

/**
 * How changes reach the nodes of the load balancer. Each node applies changes in order, each after its own delay; the
 * API shows them at once. AWS publishes no figure for the delay.
 *
 * @param nodes how many nodes there are, at least 1
 * @param latest the longest delay, in the template's time; each delay is random up to it
 * @param lateNode the delay of one of the nodes, in the template's time; zero if none is late
 */
public record Propagation(int nodes, Duration latest, Duration lateNode) {
    /** Two nodes that apply changes within a minute. */
    public static final Propagation USUAL = new Propagation(2, Duration.ofSeconds(60), Duration.ZERO);

    /** One node that applies changes at once. */
    public static final Propagation AT_ONCE = new Propagation(1, Duration.ZERO, Duration.ZERO);
}
