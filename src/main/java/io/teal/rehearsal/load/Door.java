package io.teal.rehearsal.load;

import io.teal.rehearsal.http.HttpConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** One node of the load balancer as clients see it: its port, and the connections kept to it. */
final class Door {
    private final int port;
    private final Duration patience;
    private final Deque<HttpConnection> idle = new ConcurrentLinkedDeque<>();

    Door(int port, Duration patience) {
        this.port = port;
        this.patience = patience;
    }

    int port() {
        return port;
    }

    /** A kept connection that is still good, if {@code keep}; else a fresh one. */
    HttpConnection connect(boolean keep) throws IOException {
        for (HttpConnection kept = keep ? idle.pollFirst() : null; kept != null; kept = idle.pollFirst()) {
            if (kept.isQuiet()) {
                return kept;
            }
            kept.close();
        }
        HttpConnection connection = HttpConnection.open(port, patience);
        connection.timeout(patience);
        return connection;
    }

    void keep(HttpConnection connection) {
        idle.addFirst(connection);
    }
}
