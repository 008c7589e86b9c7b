package io.teal.rehearsal.aws.elb;

import java.util.Optional;

/** The security groups between clients, the load balancer and its targets. */
public interface Reachability {
    /** Lets everything pass. */
    Reachability OPEN = new Reachability() {
        @Override
        public Optional<String> toListener(ListenerModel listener, LoadBalancerModel balancer) {
            return Optional.empty();
        }

        @Override
        public Optional<String> toHost(LoadBalancerModel balancer, String host, int port) {
            return Optional.empty();
        }
    };

    /** Why no client reaches {@code listener}; empty if one may. */
    Optional<String> toListener(ListenerModel listener, LoadBalancerModel balancer);

    /** Why {@code balancer} does not reach {@code host} on {@code port} of the template; empty if it may. */
    Optional<String> toHost(LoadBalancerModel balancer, String host, int port);
}
