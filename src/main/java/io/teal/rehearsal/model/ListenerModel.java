package io.teal.rehearsal.model;

/**
 * A listener.
 *
 * @param id its logical id
 * @param port its port in the template
 * @param action its default action
 */
public record ListenerModel(String id, int port, ActionModel action) {
    /** The same listener with another action. */
    public ListenerModel with(ActionModel other) {
        return new ListenerModel(id, port, other);
    }
}
