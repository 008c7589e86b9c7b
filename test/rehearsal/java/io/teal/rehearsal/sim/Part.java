package io.teal.rehearsal.sim;

/** The resources of the stack that a case names. */
public enum Part {
    /** The function. */
    FUNCTION("Function"),
    /** Preflight. */
    PREFLIGHT("Preflight"),
    /** Shift. */
    SHIFT("Shift"),
    /** The production listener. */
    LISTENER(Balancer.PRODUCTION),
    /** A resource that has nothing to do with the service. */
    NEIGHBOR("Neighbor"),
    /** A resource that comes after the production listener. */
    LAST("Last");

    final String id;

    Part(String id) {
        this.id = id;
    }
}
