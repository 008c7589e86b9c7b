package io.teal.rehearsal.aws.elb;

import java.util.function.Predicate;

/**
 * What one node needs to route.
 *
 * @param router chooses group and target of a request
 * @param flows chooses group and target of a TCP connection
 * @param counters counts for metrics
 * @param closed whether no client reaches a listener
 */
record NodeParts(Router router, FlowRouter flows, Counters counters, Predicate<Routing> closed) {}
