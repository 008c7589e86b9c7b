package io.teal.rehearsal.load;

import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.IdleConnections;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** One node of the load balancer as clients see it: its port and its idle connections. */
final class NodeConnections {
    /** Shorter than the idle timeout of load balancers, which may close connections without notice. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(1);

    private final int port;
    private final Duration timeout;
    private final IdleConnections idle = new IdleConnections();

    NodeConnections(int port, Duration timeout) {
        this.port = port;
        this.timeout = timeout;
    }

    int port() {
        return port;
    }

    /** An idle connection that is still open, if {@code keep}; else a new one. */
    HttpConnection connect(boolean keep) throws IOException {
        Optional<HttpConnection> kept = keep ? idle.take(LONGEST_IDLE) : Optional.empty();
        if (kept.isPresent()) {
            return kept.get();
        }
        HttpConnection connection = HttpConnection.open(port, timeout);
        connection.timeout(timeout);
        return connection;
    }

    void keep(HttpConnection connection) {
        idle.keep(connection, LONGEST_IDLE);
    }
}
