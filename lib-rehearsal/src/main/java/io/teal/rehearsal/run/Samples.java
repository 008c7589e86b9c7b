package io.teal.rehearsal.run;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Supplier;

/** Samples the state of the fleets for the timeline. */
final class Samples {
    private static final long INTERVAL_MILLIS = 100;

    private final Timeline timeline;
    private final Supplier<? extends Collection<Timeline.FleetState>> states;
    private final Thread sampler = new Thread(this::sample, "samples");

    Samples(Timeline timeline, Supplier<? extends Collection<Timeline.FleetState>> states) {
        this.timeline = timeline;
        this.states = states;
        sampler.setDaemon(true);
        sampler.start();
    }

    private void sample() {
        try {
            while (true) {
                timeline.sample(Instant.now(), states.get());
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (InterruptedException closed) {
            return;
        }
    }

    /** Stops sampling. */
    void close() {
        sampler.interrupt();
    }
}
