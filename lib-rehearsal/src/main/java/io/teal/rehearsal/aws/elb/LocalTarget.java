package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.IdleConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A target with the connections to its host. Thread-safe. */
final class LocalTarget extends Target {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final Deque<IdleConnection> idle = new ConcurrentLinkedDeque<>();
    private final Set<HttpConnection> busy = ConcurrentHashMap.newKeySet();
    private final Set<Flow> flows = ConcurrentHashMap.newKeySet();
    private volatile Duration idleTimeout = LoadBalancerModel.IDLE_TIMEOUT;

    LocalTarget(String host, int port) {
        super(host, port);
    }

    @Override
    void remove() {
        super.remove();
        closeIdle();
        busy.forEach(HttpConnection::close);
    }

    /** Adds a flow to this target, until {@link #forget}. */
    void add(Flow flow) {
        flows.add(flow);
    }

    void forget(Flow flow) {
        flows.remove(flow);
    }

    @Override
    void closeFlows() {
        flows.forEach(Flow::close);
    }

    @Override
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
        HttpConnection opened = HttpConnection.open(port(), CONNECT_TIMEOUT);
        busy.add(opened);
        return opened;
    }

    /** Closes a connection that cannot be reused. */
    void discard(HttpConnection connection) {
        giveBack(connection, false);
    }

    /** Keeps a connection for the next request if {@code good}, else closes it. */
    void giveBack(HttpConnection connection, boolean good) {
        busy.remove(connection);
        if (!good) {
            connection.close();
            return;
        }
        idle.addFirst(new IdleConnection(connection));
        closeOldest();
        if (gone()) {
            closeIdle();
        }
    }

    /** Reuse takes the newest idle connection, so the oldest must be checked for its timeout here. */
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
