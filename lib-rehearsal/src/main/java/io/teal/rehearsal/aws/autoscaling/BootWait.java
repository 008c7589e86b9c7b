package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.InvalidRunException;
import io.teal.rehearsal.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Waits until the hosts of a group have booted and are healthy. */
final class BootWait {
    /** In the template's time, since a boot may scale with it or not. */
    private static final Duration LIMIT = Duration.ofHours(1);

    private static final Duration SHORTEST_LIMIT = Duration.ofMinutes(1);
    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);

    private final LocalAutoScalingGroup fleet;
    private final Timers timers;

    BootWait(LocalAutoScalingGroup fleet, Timers timers) {
        this.fleet = fleet;
        this.timers = timers;
    }

    /**
     * Completed when the fleet is ready.
     *
     * @param lastWords what a host has printed last
     * @return fails with an {@link InvalidRunException} if a host has exited, or they take more than an hour
     */
    CompletableFuture<Void> whenReady(Supplier<String> lastWords) {
        Instant deadline = timers.instant().plus(timers.timescale().real(LIMIT, SHORTEST_LIMIT));
        return timers.until(() -> isReady(deadline, lastWords), CHECK_INTERVAL);
    }

    private boolean isReady(Instant deadline, Supplier<String> lastWords) {
        boolean ended =
                fleet.staying().stream().anyMatch(host -> !host.machine().isAlive());
        if (!fleet.ready() && (ended || timers.instant().isAfter(deadline))) {
            throw new InvalidRunException(
                    fleet.healthy() + " of " + fleet.desired() + " hosts of "
                            + fleet.model().id() + " are healthy"
                            + (ended ? ", and the process of one has exited" : " in time"),
                    lastWords.get());
        }
        return fleet.ready();
    }
}
