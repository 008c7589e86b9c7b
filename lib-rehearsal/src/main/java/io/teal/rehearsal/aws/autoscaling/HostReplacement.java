package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timescale;
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
    private final Timescale timescale;
    private final Set<Host> lost = ConcurrentHashMap.newKeySet();

    HostReplacement(Balancer balancer, Timescale timescale) {
        this.balancer = balancer;
        this.timescale = timescale;
    }

    /** EC2 loses a host. */
    void lose(Host host) {
        lost.add(host);
        host.kill();
    }

    /** Checks each host of {@code fleet} once. */
    void check(LocalAutoScalingGroup fleet) {
        fleet.staying().stream()
                .filter(host -> lost.contains(host) || failsChecks(host))
                .forEach(fleet::replace);
    }

    private boolean failsChecks(Host host) {
        Duration age = Duration.ofNanos(System.nanoTime() - host.since());
        return host.fleet().care().byLoadBalancer()
                && age.compareTo(timescale.real(host.fleet().care().grace())) > 0
                && host.fleet().groups().stream()
                        .anyMatch(group -> balancer.targets(group).get(host.id()) == TargetState.UNHEALTHY);
    }
}
