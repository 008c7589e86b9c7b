package io.teal.rehearsal.demo;

import java.util.concurrent.TimeUnit;

/** The requests that a demo service has had. Safe for use by many threads. */
final class Traffic {
    private long firstRequest;
    private long second;
    private int inSecond;

    /** Whether the first request came at least {@code seconds} ago. */
    synchronized boolean lasts(double seconds) {
        long now = System.nanoTime();
        firstRequest = firstRequest == 0 ? now : firstRequest;
        return (now - firstRequest) / 1e9 >= seconds;
    }

    /** Counts a request, and says how many have come in this second. */
    synchronized int oneMoreInThisSecond() {
        long now = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime());
        inSecond = now == second ? inSecond + 1 : 1;
        second = now;
        return inSecond;
    }
}
