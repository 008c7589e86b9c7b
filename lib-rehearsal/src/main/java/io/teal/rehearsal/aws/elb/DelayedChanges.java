package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.Timescale;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Carries out changes, each after a delay of its own and never before one that came earlier. */
final class DelayedChanges implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Threads.named("node"));
    private final Timescale timescale;
    private final Supplier<Duration> delays;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private long latest = System.nanoTime();

    /** Delays in the template's time, each from {@code delays}. */
    DelayedChanges(Timescale timescale, Supplier<Duration> delays) {
        this.timescale = timescale;
        this.delays = delays;
    }

    /** Carries {@code change} out now, if there is no delay and nothing waits. */
    synchronized void add(Runnable change) {
        long now = System.nanoTime();
        latest = Math.max(latest, now + timescale.real(delays.get()).toNanos());
        if (latest <= now && waiting.isEmpty()) {
            change.run();
            return;
        }
        waiting.add(change);
        clock.schedule(this::next, latest - now, TimeUnit.NANOSECONDS);
    }

    /** Whichever alarm rings, the oldest change is carried out: two that are due at once keep their order. */
    private synchronized void next() {
        waiting.remove().run();
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
