package io.teal.rehearsal.load;

import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.IdleConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** One node of the load balancer as clients see it: its port, and the connections kept to it. */
final class NodeConnections {
    /** Shorter than the idle timeout of load balancers, which may close without notice. */
    private static final Duration LONGEST_IDLE = Duration.ofSeconds(1);

    private final int port;
    private final Duration patience;
    private final Deque<IdleConnection> idle = new ConcurrentLinkedDeque<>();

    NodeConnections(int port, Duration patience) {
        this.port = port;
        this.patience = patience;
    }

    int port() {
        return port;
    }

    /** A kept connection that is still good, if {@code keep}; else a fresh one. */
    HttpConnection connect(boolean keep) throws IOException {
        for (IdleConnection kept = keep ? idle.pollFirst() : null; kept != null; kept = idle.pollFirst()) {
            if (!kept.waited(LONGEST_IDLE) && kept.connection().isQuiet()) {
                return kept.connection();
            }
            kept.connection().close();
        }
        HttpConnection connection = HttpConnection.open(port, patience);
        connection.timeout(patience);
        return connection;
    }

    void keep(HttpConnection connection) {
        idle.addFirst(new IdleConnection(connection));
    }
}
