package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.IdleConnections;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A target with the connections to its host. Thread-safe. */
final class LocalTarget extends Target {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final IdleConnections idle = new IdleConnections();
    private final Set<HttpConnection> busy = ConcurrentHashMap.newKeySet();
    private final Set<Flow> flows = ConcurrentHashMap.newKeySet();
    private volatile Duration idleTimeout = LoadBalancerModel.IDLE_TIMEOUT;

    LocalTarget(String host, int port) {
        super(host, port);
    }

    @Override
    void remove() {
        super.remove();
        idle.close();
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
        if (closed()) {
            throw new SocketTimeoutException("a security group lets nothing through");
        }
        idleTimeout = limit;
        Optional<HttpConnection> kept = idle.take(limit);
        HttpConnection connection = kept.isPresent() ? kept.get() : HttpConnection.open(port(), CONNECT_TIMEOUT);
        busy.add(connection);
        return connection;
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
        idle.keep(connection, idleTimeout);
        if (gone()) {
            idle.close();
        }
    }
}
