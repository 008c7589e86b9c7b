package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.aws.autoscaling.LocalAutoScaling;
import io.teal.rehearsal.aws.ec2.Firewall;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.LoadBalancerModel;
import io.teal.rehearsal.aws.elb.Reachability;
import java.util.Optional;
import java.util.Set;

/** The security groups of a stack, as they stand. A host has those that it was launched with. */
final class SecurityGroupReach implements Reachability {
    private final Firewall firewall;
    private final LocalAutoScaling fleets;

    SecurityGroupReach(Firewall firewall, LocalAutoScaling fleets) {
        this.firewall = firewall;
        this.fleets = fleets;
    }

    @Override
    public Optional<String> toListener(ListenerModel listener, LoadBalancerModel balancer) {
        return firewall.blocksClients(balancer.securityGroups(), listener.port());
    }

    @Override
    public Optional<String> toHost(LoadBalancerModel balancer, String host, int port) {
        Set<String> groups = fleets.launched(host)
                .map(one -> one.launches().securityGroups())
                .orElse(Set.of());
        return firewall.blocks(balancer.securityGroups(), groups, port);
    }
}
