package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

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
    private final Supplier<FleetModel> wanted;
    private final List<CompletableFuture<Boolean>> refused = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    /** Launches hosts as {@code wanted} says at the time. */
    HostLaunches(LocalAutoScaling region, Timers timers, Supplier<FleetModel> wanted) {
        this.region = region;
        this.wanted = wanted;
        this.timers = timers;
        this.placement = region.placement();
        this.activities = new Activities(timers);
        this.signals = new Signals(timers);
    }

    /** Launches nothing from now on. */
    void end() {
        ended = true;
        giveUp(refused.size());
    }

    /** Tries no more to launch {@code count} of those that EC2 has refused; returns how many there were. */
    int giveUp(int count) {
        return (int) refused.stream()
                .filter(retry -> retry.complete(false))
                .limit(Math.max(0, count))
                .count();
    }

    /** A host is terminating. */
    void leave(Host host) {
        placement.leave(host.zone());
    }

    /** The launches that failed, newest first. */
    List<Activities.FailedLaunch> failed() {
        return activities.newestFirst();
    }

    /** Launches one host; completed when it may go into service, with none if it is not wanted any more. */
    CompletableFuture<Optional<Host>> launch() {
        if (ended) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        FleetModel fleet = wanted.get();
        int zone = placement.take();
        Optional<String> refusal = region.refusal(fleet, zone);
        if (refusal.isPresent()) {
            placement.leave(zone);
            activities.refused(refusal.get());
            return again();
        }
        return timers.after(PENDING).thenCompose(running -> {
            Host host = region.boot(fleet, zone);
            return region.admits(host)
                    .thenCombine(held(host), Boolean::logicalAnd)
                    .thenCompose(
                            admitted -> admitted ? CompletableFuture.completedFuture(Optional.of(host)) : refuse(host));
        });
    }

    private CompletableFuture<Optional<Host>> again() {
        CompletableFuture<Boolean> retry = new CompletableFuture<>();
        refused.add(retry);
        timers.after(RETRY).thenRun(() -> retry.complete(true));
        return retry.thenCompose(goesOn -> {
            refused.remove(retry);
            return goesOn ? launch() : CompletableFuture.completedFuture(Optional.empty());
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
        return host.machine().stop().thenCompose(gone -> launch());
    }
}
