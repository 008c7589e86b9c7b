package io.teal.constructs.internal.codedeploy;

import java.util.List;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.codedeploy.LoadBalancer;

/**
 * What the one deployment group of a fleet is made of.
 *
 * @param hosts the fleet
 * @param loadBalancers what a host is taken out of while it is installed; none for traffic that goes on
 * @param options alarms, timeout, how many hosts at a time
 */
public record SingleDeploymentGroupProps(
        AutoScalingGroup hosts, List<LoadBalancer> loadBalancers, DeploymentSettings options) {}
