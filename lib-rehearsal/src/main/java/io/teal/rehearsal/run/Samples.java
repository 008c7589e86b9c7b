package io.teal.rehearsal.run;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Supplier;

/** Looks at the fleets again and again, and tells the timeline how they are. */
final class Samples {
    private static final long LOOK_MILLIS = 100;

    private final Timeline timeline;
    private final Supplier<? extends Collection<Timeline.FleetState>> states;
    private final Thread looking = new Thread(this::lookForEver, "samples");

    Samples(Timeline timeline, Supplier<? extends Collection<Timeline.FleetState>> states) {
        this.timeline = timeline;
        this.states = states;
        looking.setDaemon(true);
        looking.start();
    }

    private void lookForEver() {
        try {
            while (true) {
                timeline.see(Instant.now(), states.get());
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException closed) {
            return;
        }
    }

    /** Looks no more. */
    void close() {
        looking.interrupt();
    }
}
