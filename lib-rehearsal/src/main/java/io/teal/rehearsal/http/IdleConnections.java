package io.teal.rehearsal.http;

import java.time.Duration;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Connections to one port that are kept for a next request, the newest first. Thread-safe. */
public final class IdleConnections implements AutoCloseable {
    private final Deque<Idle> kept = new ConcurrentLinkedDeque<>();

    private record Idle(HttpConnection connection, long since) {
        boolean waited(Duration limit) {
            return System.nanoTime() - since >= limit.toNanos();
        }
    }

    /** One that has been idle for less than {@code limit} and is still open; closes those before it that are not. */
    public Optional<HttpConnection> take(Duration limit) {
        for (Idle next = kept.pollFirst(); next != null; next = kept.pollFirst()) {
            if (!next.waited(limit) && next.connection().isQuiet()) {
                return Optional.of(next.connection());
            }
            next.connection().close();
        }
        return Optional.empty();
    }

    /** Keeps {@code connection}, and closes the oldest if it has been idle for {@code limit}. */
    public void keep(HttpConnection connection, Duration limit) {
        kept.addFirst(new Idle(connection, System.nanoTime()));
        Idle oldest = kept.pollLast();
        if (oldest != null && oldest.waited(limit)) {
            oldest.connection().close();
        } else if (oldest != null) {
            kept.addLast(oldest);
        }
    }

    /** Closes all of them. */
    @Override
    public void close() {
        take(Duration.ZERO);
    }
}
