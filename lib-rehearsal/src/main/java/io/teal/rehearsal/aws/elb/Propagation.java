package io.teal.rehearsal.aws.elb;

import java.time.Duration;

/**
 * How changes reach the nodes of the load balancer. Each node applies each change after a delay of its own, and in
 * order; what the API says is true at once. AWS publishes no figure for the delay.
 *
 * @param nodes how many nodes there are, at least 1
 * @param latest the longest delay, in the template's time; each is drawn between zero and it
 * @param lateNode the delay of one of the nodes, in the template's time; zero for one that is like the others
 */
public record Propagation(int nodes, Duration latest, Duration lateNode) {
    /** Two nodes, each up to a minute late. */
    public static final Propagation USUAL = new Propagation(2, Duration.ofSeconds(60), Duration.ZERO);

    /** One node, at once. */
    public static final Propagation AT_ONCE = new Propagation(1, Duration.ZERO, Duration.ZERO);
}
