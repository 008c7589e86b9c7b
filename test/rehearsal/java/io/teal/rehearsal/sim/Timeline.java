package io.teal.rehearsal.sim;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.VirtualTimers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleConsumer;

/**
 * The virtual clock, watched. A call that takes time lets what is due meanwhile happen first, so that two handlers can
 * meet in the middle of each other.
 */
final class Timeline implements Timers {
    private static final double NANOS = 1e9;

    private final VirtualTimers clock = new VirtualTimers();
    private Instant begin = clock.instant();
    private final DoubleConsumer flows;
    private final Runnable happened;
    private Error failure;

    /** {@code flows} hears how many seconds pass before they have; {@code happened} follows each event. */
    Timeline(DoubleConsumer flows, Runnable happened) {
        this.flows = flows;
        this.happened = happened;
    }

    /** The world begins now. */
    void begins() {
        begin = clock.instant();
    }

    /** Ends the world with {@code broken}: what happens in the future of another thing's future is heard of, too. */
    void fails(Error broken) {
        failure = failure == null ? broken : failure;
    }

    /** Milliseconds since the world began. */
    long now() {
        return millis(clock.instant());
    }

    /** Milliseconds since the world began, of {@code instant}. */
    long millis(Instant instant) {
        return Duration.between(begin, instant).toMillis();
    }

    void in(long millis, Runnable what) {
        after(Duration.ofMillis(millis)).thenRun(what).exceptionally(failed -> {
            fails(failed.getCause() instanceof Error error ? error : new AssertionError(failed.getCause()));
            return null;
        });
    }

    void inSeconds(long seconds, Runnable what) {
        in(seconds * 1000, what);
    }

    /** Time passes under a call. */
    void pass(long millis) {
        await(after(Duration.ofMillis(millis)));
    }

    /** The next event; false if there is none. */
    boolean next() {
        Optional<Instant> due = clock.due();
        due.ifPresent(moment -> {
            if (moment.isAfter(clock.instant())) {
                flows.accept(Duration.between(clock.instant(), moment).toNanos() / NANOS);
            }
            clock.next();
            happened.run();
            if (failure != null) {
                throw failure;
            }
        });
        return due.isPresent();
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public Timescale timescale() {
        return clock.timescale();
    }

    @Override
    public CompletableFuture<Void> after(Duration templateTime) {
        return clock.after(templateTime);
    }

    @Override
    public CompletableFuture<Void> at(Instant moment) {
        return clock.at(moment);
    }

    @Override
    public <T> T await(CompletableFuture<T> done) {
        while (!done.isDone() && next()) {
            continue;
        }
        return Timers.value(done);
    }
}
