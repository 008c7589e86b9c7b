package io.teal.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/**
 * The virtual clock: one queue of what is due, on one thread. What is due at one moment happens in the order in which
 * it was asked for, so that the same calls give the same course on any machine.
 */
public final class VirtualTimers implements Timers {
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = BEGINNING.plus(Duration.ofDays(7));
    private static final Timescale TEMPLATE_TIME = new Timescale(1);

    private final PriorityQueue<Due> queue =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
    private Instant now = BEGINNING;
    private long order;

    private record Due(Instant at, long order, Runnable what) {}

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Timescale timescale() {
        return TEMPLATE_TIME;
    }

    @Override
    public CompletableFuture<Void> after(Duration templateTime) {
        CompletableFuture<Void> passed = new CompletableFuture<>();
        in(templateTime, () -> passed.complete(null));
        return passed;
    }

    @Override
    public CompletableFuture<Void> at(Instant moment) {
        return after(Duration.between(now, moment));
    }

    /** Runs {@code what} when {@code time} has passed. */
    public void in(Duration time, Runnable what) {
        queue.add(new Due(now.plus(time), order++, what));
    }

    @Override
    public <T> T await(CompletableFuture<T> done) {
        while (!done.isDone()) {
            Due next = queue.poll();
            if (next == null || next.at().isAfter(END)) {
                String why = next == null ? "nothing is due" : "a week has passed";
                throw new InvalidRunException(why + " and something is waited for", "report this");
            }
            now = next.at();
            next.what().run();
        }
        return Timers.value(done);
    }
}
