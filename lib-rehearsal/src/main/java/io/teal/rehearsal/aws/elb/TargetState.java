package io.teal.rehearsal.aws.elb;

/** The states of a target, as Elastic Load Balancing names them. */
public enum TargetState {
    /** In a target group that no listener forwards to: never probed. */
    UNUSED,
    /** Registered; initial health checks are in progress. */
    INITIAL,
    /** Takes requests. */
    HEALTHY,
    /** Takes requests only if the whole group is unhealthy (fail-open). */
    UNHEALTHY,
    /** Being deregistered: finishes its requests and takes no new ones. */
    DRAINING
}
