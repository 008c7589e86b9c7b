package io.teal.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/**
 * The virtual clock: one queue of what is due, on one thread. What is due at one moment happens in the order in which
 * it was asked for, so that the same calls give the same course on any machine.
 */
public final class VirtualTimers implements Timers {
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int MOST_AT_ONCE = 1_000_000;

    private final PriorityQueue<Due> queue = new PriorityQueue<>();
    private final Timescale templateTime;
    private final Instant latest;
    private Instant now;
    private long order;
    private int together;

    private record Due(Instant at, long order, CompletableFuture<Void> passed) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int earlier = at.compareTo(other.at);
            return earlier == 0 ? Long.compare(order, other.order) : earlier;
        }
    }

    /** A clock that begins when {@code timescale} says; its speed is 1. */
    public VirtualTimers(Timescale timescale) {
        this.templateTime = timescale.onVirtualClock();
        this.now = timescale.begin();
        this.latest = templateTime.begin().plus(LONGEST);
    }

    /** A clock that begins with 2026. */
    public VirtualTimers() {
        this(new Timescale(1));
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Timescale timescale() {
        return templateTime;
    }

    @Override
    public CompletableFuture<Void> after(Duration templateTime) {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        queue.add(new Due(now.plus(templateTime), order++, passed));
        return passed;
    }

    @Override
    public CompletableFuture<Void> at(Instant moment) {
        return after(Duration.between(now, moment));
    }

    /** The moment at which the next thing is due; empty if nothing is. */
    public Optional<Instant> due() {
        return Optional.ofNullable(queue.peek()).map(Due::at);
    }

    /**
     * Lets the next thing that is due happen, when it is.
     *
     * @throws InvalidRunException if nothing is due, a week has passed, or more happens at one moment than ever should:
     *     a run that could go on for ever ends
     */
    public void next() {
        Due next = queue.poll();
        if (next == null) {
            throw endless("nothing is due");
        }
        together = next.at().equals(now) ? together + 1 : 0;
        now = next.at();
        if (now.isAfter(latest)) {
            throw endless("a week has passed");
        }
        if (together > MOST_AT_ONCE) {
            throw endless("a million things have happened at one moment");
        }
        next.passed().complete(null);
    }

    /** Lets all that is due before {@code done} happen, as {@link #next} does. */
    @Override
    public <T> T await(CompletableFuture<T> done) {
        while (!done.isDone()) {
            next();
        }
        return Timers.value(done);
    }

    private static InvalidRunException endless(String why) {
        return new InvalidRunException(why + " and something is waited for", "report this");
    }
}
