package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpConnection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutorService;

/** Two connections joined, byte for byte both ways, until one side ends or both are silent for too long. */
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

    /** Returns when it has ended, and both connections are closed. */
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
            return; // either side may end it, and so does a deregistration delay that is over
        }
    }

    /** One silent side is no reason to end as long as the other speaks. */
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
