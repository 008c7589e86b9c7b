package io.teal.runtime.sim;

import java.util.Map;

/** A host of a fleet, which is also a target of its colour's target group. */
final class Host {
    final String id;
    final int template;
    final Content content;
    final Map<String, String> tags;
    final long born;
    State state = State.INITIAL;
    boolean dead;

    /** What the target group says of it. */
    enum State {
        INITIAL,
        HEALTHY,
        UNHEALTHY,
        DRAINING
    }

    /**
     * What a version of a launch template makes of a host.
     *
     * @param version the service's version in it
     * @param configuration all else: instance type, user data
     */
    record Content(String version, String configuration) {}

    Host(String id, int template, Content content, Map<String, String> tags, long born) {
        this.id = id;
        this.template = template;
        this.content = content;
        this.tags = tags;
        this.born = born;
    }

    boolean is(State wanted) {
        return state == wanted;
    }
}
