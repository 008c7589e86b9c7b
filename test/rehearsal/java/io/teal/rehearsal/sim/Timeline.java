package io.teal.rehearsal.sim;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.VirtualTimers;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * The virtual clock, watched. A call that takes time lets what is due meanwhile happen first, so that two handlers can
 * meet in the middle of each other.
 */
final class Timeline implements Timers {
    private static final double NANOS = 1e9;

    private final VirtualTimers clock = new VirtualTimers();
    private Instant begin = clock.instant();
    private final Watch watch;
    private Error failure;

    /** {@code watch} is told of all that happens. */
    Timeline(Watch watch) {
        this.watch = watch;
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

    /** Lets one event after the other happen until {@code enough}, or there is none. */
    void until(BooleanSupplier enough) {
        watch.touched();
        while (!enough.getAsBoolean() && next()) {
            continue;
        }
    }

    private boolean next() {
        Optional<Instant> due = clock.due();
        due.ifPresent(moment -> {
            if (moment.isAfter(clock.instant())) {
                watch.passes(Duration.between(clock.instant(), moment).toNanos() / NANOS);
            }
            clock.next();
            watch.happened();
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
        until(done::isDone);
        return Timers.value(done);
    }
}
