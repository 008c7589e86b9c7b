package io.teal.constructs.internal.traffic;

import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.lastlook.HealthCheckPortCheck;
import io.teal.constructs.internal.lastlook.LastLook;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupEgress;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupIngress;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupBase;
import software.constructs.Construct;

/**
 * What lets a load balancer reach the fleets, as resources with names of their own: the L2's carry the port and the
 * stack's name in their logical ids.
 */
final class FleetRules {
    private FleetRules() {}

    static List<CfnResource> create(
            Construct scope, Connections loadBalancer, ISecurityGroup fleet, int port, OptionalInt greenPort) {
        List<CfnResource> rules = new ArrayList<>(rules(scope, "", loadBalancer, fleet, port));
        greenPort.ifPresent(green -> rules.addAll(rules(scope, "Green", loadBalancer, fleet, green)));
        return rules;
    }

    /**
     * Refuses a health check on a port that these rules do not open, whoever configured it: no host would become
     * healthy.
     */
    static void checkHealthCheck(TargetGroupBase targets, int port) {
        LastLook.at(targets).keep(new HealthCheckPortCheck(L1.of(targets), port));
    }

    private static List<CfnResource> rules(
            Construct scope, String suffix, Connections loadBalancer, ISecurityGroup fleet, int port) {
        String balancerGroup = loadBalancer.getSecurityGroups().get(0).getSecurityGroupId();
        String fleetGroup = fleet.getSecurityGroupId();
        CfnSecurityGroupIngress in = CfnSecurityGroupIngress.Builder.create(scope, "IntoFleets" + suffix)
                .groupId(fleetGroup)
                .sourceSecurityGroupId(balancerGroup)
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .description("From the load balancer")
                .build();
        CfnSecurityGroupEgress out = CfnSecurityGroupEgress.Builder.create(scope, "ToFleets" + suffix)
                .groupId(balancerGroup)
                .destinationSecurityGroupId(fleetGroup)
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .description("To the fleets")
                .build();
        return List.of(in, out);
    }
}
