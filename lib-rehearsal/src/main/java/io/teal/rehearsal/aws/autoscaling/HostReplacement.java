package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.TargetState;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Replaces hosts as Auto Scaling does: one that EC2 has lost and, with ELB health checks, one that is unhealthy after
 * the grace period.
 */
final class HostReplacement {
    private final Balancer balancer;
    private final Timers timers;
    private final Set<Host> lost = ConcurrentHashMap.newKeySet();

    HostReplacement(Balancer balancer, Timers timers) {
        this.balancer = balancer;
        this.timers = timers;
    }

    /** EC2 loses a host. */
    void lose(Host host) {
        lost.add(host);
        host.machine().kill();
    }

    /** Checks each host of {@code fleet} once. */
    void check(LocalAutoScalingGroup fleet) {
        fleet.staying().stream()
                .filter(host -> lost.contains(host) || failsChecks(host))
                .forEach(fleet::replace);
    }

    private boolean failsChecks(Host host) {
        Duration grace = timers.timescale().real(host.fleet().care().grace());
        return host.fleet().care().byLoadBalancer()
                && timers.since(host.since()).compareTo(grace) > 0
                && host.fleet().groups().stream()
                        .anyMatch(group -> balancer.targets(group).get(host.id()) == TargetState.UNHEALTHY);
    }
}
