package io.teal.rehearsal.aws.elb;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** One host in one target group, as the load balancer sees it. Thread-safe. */
class Target {
    private final String host;
    private final int port;
    private ProbedHealth health = ProbedHealth.INITIAL;
    private Optional<ProbeOutcome> lastProbe = Optional.empty();
    private ProbeOutcome lastFailure = ProbeOutcome.FAILED;
    private volatile boolean draining;
    private volatile boolean gone;
    private volatile BooleanSupplier closed = () -> false;
    private volatile BooleanSupplier closedToChecks = () -> false;

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

    /** What keeps requests and health checks away. */
    final void behind(BooleanSupplier requests, BooleanSupplier checks) {
        closed = requests;
        closedToChecks = checks;
    }

    /** Whether no connection for a request opens, nor is refused. */
    final boolean closed() {
        return closed.getAsBoolean();
    }

    /** The same for a health check. */
    final boolean closedToChecks() {
        return closedToChecks.getAsBoolean();
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

    /** Records a health check; returns whether the target became unhealthy by it. */
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

    /** Removes the target after its deregistration delay: its open requests fail. */
    void remove() {
        gone = true;
    }

    /** Closes all flows after the deregistration delay. */
    void closeFlows() {}

    /** Resets all flows when the target becomes unhealthy. */
    void resetFlows() {}
}
