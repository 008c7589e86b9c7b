package io.teal.runtime.install;

import io.teal.runtime.UtcClock;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that jumps from one thing to happen to the next. */
final class Timeline extends UtcClock {
    static final Instant BEGIN = Instant.parse("2026-11-21T12:00:00Z");

    private final PriorityQueue<Moment> moments =
            new PriorityQueue<>(Comparator.comparingLong(Moment::at).thenComparingLong(Moment::number));
    private long second;
    private long number;

    private record Moment(long at, long number, Runnable what) {}

    void in(long seconds, Runnable what) {
        moments.add(new Moment(second + seconds, number++, what));
    }

    long second() {
        return second;
    }

    void pass(long seconds) {
        long end = second + seconds;
        while (!moments.isEmpty() && moments.peek().at() <= end) {
            Moment next = moments.poll();
            second = next.at();
            next.what().run();
        }
        second = end;
    }

    @Override
    public Instant instant() {
        return BEGIN.plusSeconds(second);
    }
}
