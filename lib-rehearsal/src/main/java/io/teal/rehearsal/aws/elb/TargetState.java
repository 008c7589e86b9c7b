package io.teal.rehearsal.aws.elb;

/** The states of a target, as Elastic Load Balancing names them. */
public enum TargetState {
    /** In a target group that no listener forwards to: never probed. */
    UNUSED,
    /** Registered, and no probe has decided yet. */
    INITIAL,
    /** Takes requests. */
    HEALTHY,
    /** Takes requests only when its whole group is unhealthy. */
    UNHEALTHY,
    /** Being deregistered: finishes its requests and takes no new ones. */
    DRAINING
}
