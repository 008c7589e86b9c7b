package io.teal.rehearsal.http;

import java.time.Duration;

/**
 * An idle connection.
 *
 * @param connection the connection
 * @param since since when it is idle, in {@link System#nanoTime}
 */
public record IdleConnection(HttpConnection connection, long since) {
    /** A connection that is idle from now on. */
    public IdleConnection(HttpConnection connection) {
        this(connection, System.nanoTime());
    }

    /** Whether it has been idle for at least {@code limit}. */
    public boolean waited(Duration limit) {
        return System.nanoTime() - since >= limit.toNanos();
    }
}
