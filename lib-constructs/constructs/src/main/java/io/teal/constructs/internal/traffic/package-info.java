/** Load balancer, target groups, listeners and rules in front of the fleets. */
package io.teal.constructs.internal.traffic;
