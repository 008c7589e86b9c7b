package io.teal.rehearsal.load;

import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.IdleConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** One node of the load balancer as clients see it: its port and its idle connections. */
final class NodeConnections {
    /** Shorter than the idle timeout of load balancers, which may close connections without notice. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(1);

    private final int port;
    private final Duration timeout;
    private final Deque<IdleConnection> idle = new ConcurrentLinkedDeque<>();

    NodeConnections(int port, Duration timeout) {
        this.port = port;
        this.timeout = timeout;
    }

    int port() {
        return port;
    }

    /** An idle connection that is still open, if {@code keep}; else a new one. */
    HttpConnection connect(boolean keep) throws IOException {
        for (IdleConnection kept = keep ? idle.pollFirst() : null; kept != null; kept = idle.pollFirst()) {
            if (!kept.waited(LONGEST_IDLE) && kept.connection().isQuiet()) {
                return kept.connection();
            }
            kept.connection().close();
        }
        HttpConnection connection = HttpConnection.open(port, timeout);
        connection.timeout(timeout);
        return connection;
    }

    void keep(HttpConnection connection) {
        idle.addFirst(new IdleConnection(connection));
    }
}
