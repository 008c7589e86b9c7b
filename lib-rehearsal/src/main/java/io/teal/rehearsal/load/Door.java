package io.teal.rehearsal.load;

import io.teal.rehearsal.http.HttpConnection;
import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;

/** One node of the load balancer as clients see it: its port, and the connections kept to it. */
final class Door {
    /** Clients give up an idle connection sooner than load balancers do, which need not tell them. */
    private static final long LONGEST_IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final int port;
    private final Duration patience;
    private final Deque<Idle> idle = new ConcurrentLinkedDeque<>();

    Door(int port, Duration patience) {
        this.port = port;
        this.patience = patience;
    }

    int port() {
        return port;
    }

    /** A kept connection that is still good, if {@code keep}; else a fresh one. */
    HttpConnection connect(boolean keep) throws IOException {
        for (Idle kept = keep ? idle.pollFirst() : null; kept != null; kept = idle.pollFirst()) {
            if (kept.isGood()) {
                return kept.connection();
            }
            kept.connection().close();
        }
        HttpConnection connection = HttpConnection.open(port, patience);
        connection.timeout(patience);
        return connection;
    }

    void keep(HttpConnection connection) {
        idle.addFirst(new Idle(connection, System.nanoTime()));
    }

    /** A connection that waits for its next request, and since when. */
    private record Idle(HttpConnection connection, long since) {
        boolean isGood() {
            return System.nanoTime() - since < LONGEST_IDLE_NANOS && connection.isQuiet();
        }
    }
}
