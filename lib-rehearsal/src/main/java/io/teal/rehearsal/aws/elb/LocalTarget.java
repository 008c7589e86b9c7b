package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.IdleConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** One host in one target group, and the idle connections kept to it. Safe for use by many threads. */
final class LocalTarget {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final String host;
    private final int port;
    private final Deque<IdleConnection> idle = new ConcurrentLinkedDeque<>();
    private final Set<HttpConnection> busy = ConcurrentHashMap.newKeySet();
    private final Set<Flow> flows = ConcurrentHashMap.newKeySet();
    private ProbedHealth health = ProbedHealth.INITIAL;
    private Optional<ProbeOutcome> lastProbe = Optional.empty();
    private ProbeOutcome lastFailure = ProbeOutcome.FAILED;
    private volatile Duration idleTimeout = LoadBalancerModel.IDLE_TIMEOUT;
    private volatile boolean draining;
    private volatile boolean gone;

    LocalTarget(String host, int port) {
        this.host = host;
        this.port = port;
    }

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    boolean draining() {
        return draining;
    }

    boolean gone() {
        return gone;
    }

    synchronized TargetState state() {
        return draining ? TargetState.DRAINING : health.state();
    }

    /** Takes note of a probe; returns whether it has just made the target unhealthy. */
    synchronized boolean probed(ProbeOutcome probe, HealthCheck check) {
        TargetState before = health.state();
        health = health.after(probe == ProbeOutcome.PASSED, check.thresholds());
        lastProbe = Optional.of(probe);
        lastFailure = probe == ProbeOutcome.PASSED ? lastFailure : probe;
        return health.state() == TargetState.UNHEALTHY && before != TargetState.UNHEALTHY;
    }

    synchronized void forgetHealth() {
        health = ProbedHealth.INITIAL;
        lastProbe = Optional.empty();
    }

    synchronized Optional<ProbeOutcome> lastProbe() {
        return lastProbe;
    }

    synchronized ProbeOutcome lastFailure() {
        return lastFailure;
    }

    void drain() {
        draining = true;
    }

    /** Ends the target: what is still unanswered on it fails, as after a deregistration delay. */
    void remove() {
        gone = true;
        closeIdle();
        busy.forEach(HttpConnection::close);
    }

    /** A flow is forwarded here, until it is {@link #forget forgotten}. */
    void carries(Flow flow) {
        flows.add(flow);
    }

    void forget(Flow flow) {
        flows.remove(flow);
    }

    /** Closes all flows, as after a deregistration delay. */
    void closeFlows() {
        flows.forEach(Flow::close);
    }

    void resetFlows() {
        flows.forEach(Flow::reset);
    }

    /** A connection for one request: one that has been idle for less than {@code limit} on both sides, or a new one. */
    HttpConnection connect(Duration limit) throws IOException {
        idleTimeout = limit;
        for (IdleConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (!kept.waited(limit) && kept.connection().isQuiet()) {
                busy.add(kept.connection());
                return kept.connection();
            }
            kept.connection().close();
        }
        HttpConnection opened = HttpConnection.open(port, CONNECT_TIMEOUT);
        busy.add(opened);
        return opened;
    }

    /** Closes a connection that is of no more use. */
    void discard(HttpConnection connection) {
        giveBack(connection, false);
    }

    /** Keeps a connection for the next request, if {@code good}. */
    void giveBack(HttpConnection connection, boolean good) {
        busy.remove(connection);
        if (!good) {
            connection.close();
            return;
        }
        idle.addFirst(new IdleConnection(connection));
        closeOldest();
        if (gone) {
            closeIdle();
        }
    }

    /** The one that has been idle for longest lies deepest, and nobody would ever look at it again. */
    private void closeOldest() {
        IdleConnection oldest = idle.pollLast();
        if (oldest != null && oldest.waited(idleTimeout)) {
            oldest.connection().close();
        } else if (oldest != null) {
            idle.addLast(oldest);
        }
    }

    private void closeIdle() {
        for (IdleConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            kept.connection().close();
        }
    }
}
