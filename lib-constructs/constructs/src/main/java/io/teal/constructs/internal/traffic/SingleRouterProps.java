package io.teal.constructs.internal.traffic;

import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;

/**
 * What a {@link SingleRouterConstruct} is made of.
 *
 * @param vpc where the load balancer is
 * @param fleetSecurityGroup the hosts' security group; the load balancer is let in
 * @param options port, health check, certificates
 */
public record SingleRouterProps(IVpc vpc, ISecurityGroup fleetSecurityGroup, TrafficSettings options) {}
