package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Launches the hosts of one group: EC2 boots them, lifecycle hooks hold or refuse them. */
final class HostLaunches {
    /** From the launch of an EC2 instance until it runs, in the template's time. */
    private static final Duration PENDING = Duration.ofSeconds(20);

    /** Auto Scaling tries again and again; AWS names no time. */
    private static final Duration RETRY = Duration.ofSeconds(20);

    private final LocalAutoScaling region;
    private final Timers timers;
    private final ZonePlacement placement;
    private final Activities activities;
    private final Signals signals;
    private volatile boolean ended;

    HostLaunches(LocalAutoScaling region, Timers timers) {
        this.region = region;
        this.timers = timers;
        this.placement = region.placement();
        this.activities = new Activities(timers);
        this.signals = new Signals(timers);
    }

    /** Launches nothing from now on. */
    void end() {
        ended = true;
    }

    /** A host is terminating. */
    void leave(Host host) {
        placement.leave(host.zone());
    }

    /** The launches that failed, newest first. */
    List<Activities.FailedLaunch> failed() {
        return activities.newestFirst();
    }

    /** Launches one host of {@code fleet}; completed when it may go into service, with none if no more are launched. */
    CompletableFuture<Optional<Host>> launch(FleetModel fleet) {
        if (ended) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        int zone = placement.take();
        Optional<String> refusal = region.refusal(fleet, zone);
        if (refusal.isPresent()) {
            placement.leave(zone);
            activities.refused(refusal.get());
            return timers.after(RETRY).thenCompose(later -> launch(fleet));
        }
        return timers.after(PENDING).thenCompose(running -> {
            Host host = region.boot(fleet, zone);
            return region.admits(host)
                    .thenCombine(held(host), Boolean::logicalAnd)
                    .thenCompose(
                            admitted -> admitted ? CompletableFuture.completedFuture(Optional.of(host)) : refuse(host));
        });
    }

    /** Whether the group's own hooks let {@code host} go: each until it listens, or its timeout is over. */
    private CompletableFuture<Boolean> held(Host host) {
        CompletableFuture<Boolean> free = CompletableFuture.completedFuture(true);
        for (LaunchHold hold : host.fleet().launches().holds()) {
            free = free.thenCombine(held(host, hold), Boolean::logicalAnd);
        }
        return free;
    }

    private CompletableFuture<Boolean> held(Host host, LaunchHold hold) {
        return signals.await(() -> List.of(host), 1, timers.deadline(hold.timeout()))
                .thenApply(received -> hold.continues() || received > 0);
    }

    private CompletableFuture<Optional<Host>> refuse(Host host) {
        leave(host);
        activities.abandoned(host);
        return host.machine().stop().thenCompose(gone -> launch(host.fleet()));
    }
}
