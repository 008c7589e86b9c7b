package io.teal.rehearsal.aws.elb;

import java.util.Optional;

/** One host in one target group, as the load balancer knows it. Safe for use by many threads. */
class Target {
    private final String host;
    private final int port;
    private ProbedHealth health = ProbedHealth.INITIAL;
    private Optional<ProbeOutcome> lastProbe = Optional.empty();
    private ProbeOutcome lastFailure = ProbeOutcome.FAILED;
    private volatile boolean draining;
    private volatile boolean gone;

    Target(String host, int port) {
        this.host = host;
        this.port = port;
    }

    final String host() {
        return host;
    }

    final int port() {
        return port;
    }

    final boolean draining() {
        return draining;
    }

    final boolean gone() {
        return gone;
    }

    final synchronized TargetState state() {
        return draining ? TargetState.DRAINING : health.state();
    }

    /** Takes note of a probe; returns whether it has just made the target unhealthy. */
    final synchronized boolean probed(ProbeOutcome probe, HealthCheck check) {
        TargetState before = health.state();
        health = health.after(probe == ProbeOutcome.PASSED, check.thresholds());
        lastProbe = Optional.of(probe);
        lastFailure = probe == ProbeOutcome.PASSED ? lastFailure : probe;
        return health.state() == TargetState.UNHEALTHY && before != TargetState.UNHEALTHY;
    }

    final synchronized void forgetHealth() {
        health = ProbedHealth.INITIAL;
        lastProbe = Optional.empty();
    }

    final synchronized Optional<ProbeOutcome> lastProbe() {
        return lastProbe;
    }

    final synchronized ProbeOutcome lastFailure() {
        return lastFailure;
    }

    final void drain() {
        draining = true;
    }

    /** Ends the target: what is still unanswered on it fails, as after a deregistration delay. */
    void remove() {
        gone = true;
    }

    /** Closes all flows, as after a deregistration delay. */
    void closeFlows() {}

    /** Resets all flows, as when it becomes unhealthy. */
    void resetFlows() {}
}
