package io.teal.rehearsal.aws.elb;

import java.time.Duration;
import java.util.Optional;

/**
 * A listener.
 *
 * @param id its logical id
 * @param port its port in the template
 * @param balancer the logical id of its load balancer; empty where the template does not have it
 * @param action its default action
 * @param flowIdle how long a connection may be silent, in the template's time, for a listener that forwards
 *     connections; empty for one that forwards requests
 */
public record ListenerModel(String id, int port, String balancer, ActionModel action, Optional<Duration> flowIdle) {
    /** A listener that forwards requests. */
    public ListenerModel(String id, int port, String balancer, ActionModel action) {
        this(id, port, balancer, action, Optional.empty());
    }

    /** A listener of a load balancer with AWS's defaults. */
    public ListenerModel(String id, int port, ActionModel action) {
        this(id, port, "", action);
    }

    /** The same listener with another action. */
    public ListenerModel with(ActionModel other) {
        return new ListenerModel(id, port, balancer, other, flowIdle);
    }
}
