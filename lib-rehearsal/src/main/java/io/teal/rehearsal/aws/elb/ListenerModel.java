package io.teal.rehearsal.aws.elb;

import java.time.Duration;
import java.util.Optional;

/**
 * A listener.
 *
 * @param id its logical id
 * @param port its port in the template
 * @param balancer the logical id of its load balancer; empty if it is not in the template
 * @param action its default action
 * @param flowIdle the idle timeout of a TCP listener, in the template's time; empty for an HTTP listener
 */
public record ListenerModel(String id, int port, String balancer, ActionModel action, Optional<Duration> flowIdle) {
    /** An HTTP listener. */
    public ListenerModel(String id, int port, String balancer, ActionModel action) {
        this(id, port, balancer, action, Optional.empty());
    }

    /** A listener of a load balancer with AWS's defaults. */
    public ListenerModel(String id, int port, ActionModel action) {
        this(id, port, "", action);
    }

    /** This listener with another default action. */
    public ListenerModel with(ActionModel other) {
        return new ListenerModel(id, port, balancer, other, flowIdle);
    }
}
