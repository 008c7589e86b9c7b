package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Supplier;

/** Carries out changes, each after a delay of its own and never before one that came earlier. */
final class DelayedChanges {
    private final Timers timers;
    private final Supplier<Duration> delays;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private Instant latest;

    /** Delays in the template's time, each from {@code delays}. */
    DelayedChanges(Timers timers, Supplier<Duration> delays) {
        this.timers = timers;
        this.delays = delays;
        this.latest = timers.instant();
    }

    /** Carries {@code change} out now, if there is no delay and nothing waits. */
    synchronized void add(Runnable change) {
        Duration delay = delays.get();
        if (delay.isZero() && waiting.isEmpty()) {
            change.run();
            return;
        }
        waiting.add(change);
        Instant now = timers.instant();
        Instant due = now.plus(timers.timescale().real(delay));
        latest = due.isAfter(latest) ? due : latest;
        timers.at(latest).thenRun(this::next);
    }

    /** Whichever alarm rings, the oldest change is carried out: two that are due at once keep their order. */
    private synchronized void next() {
        waiting.remove().run();
    }
}
