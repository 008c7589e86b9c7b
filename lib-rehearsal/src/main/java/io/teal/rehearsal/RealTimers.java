package io.teal.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** The clock of this machine. What was waited for goes on on a thread of its own, and may block it. */
public final class RealTimers implements Timers {
    private static final ExecutorService THREADS = Threads.named("timer");

    private final Timescale timescale;

    public RealTimers(Timescale timescale) {
        this.timescale = timescale;
    }

    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public Timescale timescale() {
        return timescale;
    }

    @Override
    public CompletableFuture<Void> after(Duration templateTime) {
        return in(timescale.real(templateTime));
    }

    @Override
    public CompletableFuture<Void> at(Instant moment) {
        return in(Duration.between(instant(), moment));
    }

    private static CompletableFuture<Void> in(Duration real) {
        Executor later = CompletableFuture.delayedExecutor(real.toNanos(), TimeUnit.NANOSECONDS, THREADS);
        return CompletableFuture.runAsync(() -> {}, later);
    }

    @Override
    public <T> T await(CompletableFuture<T> done) {
        return Timers.value(done);
    }
}
