package io.teal.rehearsal.model;

/**
 * A listener.
 *
 * @param id its logical id
 * @param port its port in the template
 * @param balancer the logical id of its load balancer; empty where the template does not have it
 * @param action its default action
 */
public record ListenerModel(String id, int port, String balancer, ActionModel action) {
    /** A listener of a load balancer with AWS's defaults. */
    public ListenerModel(String id, int port, ActionModel action) {
        this(id, port, "", action);
    }

    /** The same listener with another action. */
    public ListenerModel with(ActionModel other) {
        return new ListenerModel(id, port, balancer, other);
    }
}
