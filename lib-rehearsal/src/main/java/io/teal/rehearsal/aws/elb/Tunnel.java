package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpConnection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/** Copies bytes both ways between two connections until one closes or both are idle too long. */
final class Tunnel {
    private static final int BUFFER = 8 * 1024;

    private final HttpConnection one;
    private final HttpConnection other;
    private final Duration idleTimeout;
    private volatile long active = System.nanoTime();

    Tunnel(HttpConnection one, HttpConnection other, Duration idleTimeout) {
        this.one = one;
        this.other = other;
        this.idleTimeout = idleTimeout;
    }

    /** Runs until both connections are closed. */
    void run(ExecutorService threads) throws IOException {
        one.timeout(idleTimeout);
        other.timeout(idleTimeout);
        threads.execute(() -> carry(one, other));
        carry(other, one);
    }

    private void carry(HttpConnection from, HttpConnection to) {
        try (from;
                to) {
            byte[] buffer = new byte[BUFFER];
            for (int read = read(from, buffer); read >= 0; read = read(from, buffer)) {
                to.out().write(buffer, 0, read);
                to.out().flush();
            }
        } catch (IOException ended) {
            return; // closed by either side, or by the end of the deregistration delay
        }
    }

    /** A read timeout on one side counts only if the other side is idle, too. */
    private int read(HttpConnection from, byte[] buffer) throws IOException {
        while (true) {
            try {
                int read = from.in().read(buffer, 0, BUFFER);
                active = System.nanoTime();
                return read;
            } catch (SocketTimeoutException silent) {
                if (System.nanoTime() - active >= idleTimeout.toNanos()) {
                    return -1;
                }
            }
        }
    }
}
