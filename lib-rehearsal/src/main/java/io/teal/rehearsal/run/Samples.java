package io.teal.rehearsal.run;

import io.teal.rehearsal.Timers;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Supplier;

/** Samples the state of the fleets for the timeline. */
final class Samples {
    private static final Duration INTERVAL = Duration.ofSeconds(6);

    private final Timeline timeline;
    private final Timers timers;
    private final Supplier<? extends Collection<Timeline.FleetState>> states;
    private volatile boolean closed;

    Samples(Timeline timeline, Timers timers, Supplier<? extends Collection<Timeline.FleetState>> states) {
        this.timeline = timeline;
        this.timers = timers;
        this.states = states;
        sample();
    }

    private void sample() {
        if (!closed) {
            timeline.sample(timers.instant(), states.get());
            timers.after(INTERVAL).thenRun(this::sample);
        }
    }

    /** Stops sampling. */
    void close() {
        closed = true;
    }
}
