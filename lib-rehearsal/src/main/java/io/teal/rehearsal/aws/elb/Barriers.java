package io.teal.rehearsal.aws.elb;

import java.util.List;

/** What keeps clients from listeners, and the load balancer from targets. */
final class Barriers {
    private final Configuration configuration;
    private volatile Reachability reach = Reachability.OPEN;

    Barriers(Configuration configuration) {
        this.configuration = configuration;
    }

    void use(Reachability other) {
        reach = other;
    }

    /** Whether no client reaches the listener of {@code routing}. */
    boolean closed(Routing routing) {
        return reach.toListener(routing.listener(), routing.balancer()).isPresent();
    }

    /** Puts {@code target} of {@code group} behind them. */
    void stand(Target target, LocalTargetGroup group) {
        target.behind(
                () -> closed(group, target, group.model().ports().traffic()),
                () -> closed(group, target, group.model().ports().checks()));
    }

    private boolean closed(LocalTargetGroup group, Target target, int port) {
        List<LoadBalancerModel> balancers =
                configuration.balancersTo(group.model().id());
        if (port <= 0 || balancers.isEmpty()) {
            return false;
        }
        for (LoadBalancerModel balancer : balancers) {
            if (reach.toHost(balancer, target.host(), port).isEmpty()) {
                return false;
            }
        }
        return true;
    }
}
