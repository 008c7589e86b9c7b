package io.teal.rehearsal.balancer;

import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.model.HealthCheck;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/** One host in one target group, and the idle connections kept to it. Safe for use by many threads. */
final class Target {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final String host;
    private final int port;
    private final Deque<HttpConnection> idle = new ConcurrentLinkedDeque<>();
    private final Set<HttpConnection> busy = ConcurrentHashMap.newKeySet();
    private TargetHealth health = TargetHealth.INITIAL;
    private volatile boolean draining;
    private volatile boolean gone;

    Target(String host, int port) {
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

    synchronized void probed(boolean passed, HealthCheck check) {
        health = health.after(passed, check.thresholds());
    }

    synchronized void forgetHealth() {
        health = TargetHealth.INITIAL;
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

    /** A connection for one request: an idle one that the target still holds open, or a new one. */
    HttpConnection connect() throws IOException {
        for (HttpConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            if (kept.isQuiet()) {
                busy.add(kept);
                return kept;
            }
            kept.close();
        }
        HttpConnection opened = HttpConnection.open(port, CONNECT_TIMEOUT);
        busy.add(opened);
        return opened;
    }

    /** Closes a connection that is of no more use. */
    void discard(HttpConnection connection) {
        busy.remove(connection);
        connection.close();
    }

    /** Keeps a connection for the next request. */
    void release(HttpConnection connection) {
        busy.remove(connection);
        idle.addFirst(connection);
        if (gone) {
            closeIdle();
        }
    }

    private void closeIdle() {
        for (HttpConnection kept = idle.pollFirst(); kept != null; kept = idle.pollFirst()) {
            kept.close();
        }
    }
}
