package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.TargetState;
import java.util.Collections;
import java.util.List;

/** Health of hosts in the target groups that a listener forwards to; only those have health checks. */
final class TargetGroupHealth {
    private final Balancer balancer;

    TargetGroupHealth(Balancer balancer) {
        this.balancer = balancer;
    }

    /** Whether any of {@code groups} has health checks. */
    boolean any(List<String> groups) {
        return groups.stream().anyMatch(balancer::uses);
    }

    /** How many hosts are healthy in each of {@code groups}. */
    int healthy(List<String> groups) {
        return groups.stream()
                .filter(balancer::uses)
                .mapToInt(group -> Collections.frequency(balancer.targets(group).values(), TargetState.HEALTHY))
                .min()
                .orElse(0);
    }

    /** Whether {@code host} is healthy in all of {@code groups}. */
    boolean serves(List<String> groups, Host host) {
        return groups.stream()
                .filter(balancer::uses)
                .allMatch(group -> balancer.targets(group).get(host.id()) == TargetState.HEALTHY);
    }
}
