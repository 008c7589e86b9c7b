package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/** Applies changes in order, each after its own delay. */
final class DelayedChanges {
    private final Timers timers;
    private final Supplier<Duration> delays;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private Instant latest;

    /** Takes each delay, in the template's time, from {@code delays}. */
    DelayedChanges(Timers timers, Supplier<Duration> delays) {
        this.timers = timers;
        this.delays = delays;
        this.latest = timers.instant();
    }

    /** Applies {@code change} after its delay; at once if that is zero and no change is waiting. */
    synchronized void add(Runnable change) {
        Duration delay = delays.get();
        if (delay.isZero() && waiting.isEmpty()) {
            change.run();
            return;
        }
        waiting.add(change);
        Instant due = timers.deadline(delay);
        latest = due.isAfter(latest) ? due : latest;
        timers.at(latest).thenRun(this::next);
    }

    /** Each timer applies the oldest change, so that two due at the same time keep their order. */
    private synchronized void next() {
        waiting.remove().run();
    }
}
