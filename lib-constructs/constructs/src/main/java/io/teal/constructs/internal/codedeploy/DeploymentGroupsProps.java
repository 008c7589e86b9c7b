package io.teal.constructs.internal.codedeploy;

import io.teal.constructs.internal.fleet.ColorFleetConstruct;
import io.teal.constructs.internal.traffic.TrafficRouterConstruct;
import java.util.List;

/**
 * What the deployment groups of a service's colours are made of.
 *
 * @param fleets the fleets that are in the template, each with a group of its own
 * @param router whose target groups a deployment takes hosts out of and puts them back into
 * @param options alarms, timeout, how many hosts at a time
 */
public record DeploymentGroupsProps(
        List<? extends ColorFleetConstruct> fleets, TrafficRouterConstruct router, DeploymentSettings options) {}
