package io.teal.runtime.sim;

import io.teal.runtime.UtcClock;
import java.time.Instant;
import java.util.PriorityQueue;
import java.util.function.LongConsumer;

/**
 * Virtual time. What is due happens in order; a call that takes time lets what is due meanwhile happen first, so that
 * two handlers can meet in the middle of each other.
 */
final class Timeline extends UtcClock {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private final LongConsumer flows;
    private final Runnable happened;
    private long now;
    private long order;

    /** {@code flows} hears how many milliseconds pass before they have; {@code happened} follows each event. */
    Timeline(LongConsumer flows, Runnable happened) {
        this.flows = flows;
        this.happened = happened;
    }

    private record Due(long at, long order, Runnable what) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return at == other.at ? Long.compare(order, other.order) : Long.compare(at, other.at);
        }
    }

    /** Milliseconds since the world began. */
    long now() {
        return now;
    }

    void in(long millis, Runnable what) {
        queue.add(new Due(now + millis, order++, what));
    }

    void inSeconds(long seconds, Runnable what) {
        in(seconds * 1000, what);
    }

    /** Time passes under a call. */
    void pass(long millis) {
        long until = now + millis;
        while (!queue.isEmpty() && queue.peek().at <= until) {
            next();
        }
        advance(until);
    }

    /** The next event; false if there is none. */
    boolean next() {
        Due due = queue.poll();
        if (due == null) {
            return false;
        }
        advance(due.at);
        due.what.run();
        happened.run();
        return true;
    }

    private void advance(long to) {
        if (to > now) {
            flows.accept(to - now);
            now = to;
        }
    }

    @Override
    public Instant instant() {
        return START.plusMillis(now);
    }

    /** Milliseconds since the world began, of {@code instant}. */
    static long millis(Instant instant) {
        return instant.toEpochMilli() - START.toEpochMilli();
    }
}
