/**
 * What stands before the fleets: load balancer, target groups and listeners. May depend on {@code io.teal.release} and
 * the CDK.
 */
package io.teal.constructs.traffic;
