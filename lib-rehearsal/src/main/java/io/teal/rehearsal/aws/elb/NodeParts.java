package io.teal.rehearsal.aws.elb;

import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What one node needs to route requests.
 *
 * @param groups the target groups, by logical id
 * @param random for choices by weight
 * @param router chooses group and target of a request
 * @param counters counts for metrics
 */
record NodeParts(Function<String, LocalTargetGroup> groups, RandomGenerator random, Router router, Counters counters) {}
