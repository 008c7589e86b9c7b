package io.teal.rehearsal.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The requests that a demo service has had. Safe for use by many threads. */
final class Traffic {
    private static final double MILLIS = 1000;

    private final InstantSource clock;
    private Instant firstRequest = Instant.MAX;
    private long second;
    private int inSecond;

    Traffic(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether the first request came at least {@code seconds} ago. */
    synchronized boolean lasts(double seconds) {
        Instant now = clock.instant();
        firstRequest = now.isBefore(firstRequest) ? now : firstRequest;
        return Duration.between(firstRequest, now).toMillis() / MILLIS >= seconds;
    }

    /** Counts a request, and says how many have come in this second. */
    synchronized int oneMoreInThisSecond() {
        long now = clock.instant().getEpochSecond();
        inSecond = now == second ? inSecond + 1 : 1;
        second = now;
        return inSecond;
    }
}
