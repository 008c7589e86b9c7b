package io.teal.rehearsal.http;

import java.time.Duration;

/**
 * A connection that waits for its next request.
 *
 * @param connection the connection
 * @param since from when on it waits, as {@link System#nanoTime} tells
 */
public record IdleConnection(HttpConnection connection, long since) {
    /** A connection that waits from now on. */
    public IdleConnection(HttpConnection connection) {
        this(connection, System.nanoTime());
    }

    /** Whether it has waited for at least {@code limit}. */
    public boolean waited(Duration limit) {
        return System.nanoTime() - since >= limit.toNanos();
    }
}
