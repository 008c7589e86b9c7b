package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timers;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Updates of one group: its size, and its hosts by its update policy. */
final class HostUpdates {
    private final LocalAutoScalingGroup fleet;
    private final Timers timers;
    private volatile List<Host> replaced = List.of();
    private volatile boolean suspended;

    HostUpdates(LocalAutoScalingGroup fleet, Timers timers) {
        this.fleet = fleet;
        this.timers = timers;
    }

    /** Whether unhealthy hosts are not replaced now. */
    boolean suspendsReplacement() {
        return suspended;
    }

    /** Gives the group {@code size} hosts that are as {@link LocalAutoScalingGroup#model} says. */
    CompletableFuture<Void> start(HostUpdate policy, int size, RefreshWatch watch) {
        if (policy instanceof ReplacingModel) {
            return replace();
        }
        if (policy instanceof RefreshModel refresh) {
            fleet.aim(size);
            return new InstanceRefresh(fleet, refresh, size, timers, watch)
                    .run()
                    .whenComplete((done, failed) -> fleet.settle());
        }
        RollingModel rolling = (RollingModel) policy;
        suspended = rolling.suspendsReplacement();
        return fleet.resize(size)
                .thenCompose(sized -> new RollingUpdate(fleet, rolling, size, timers, watch).run())
                .whenComplete((done, failed) -> {
                    suspended = false;
                    fleet.settle();
                });
    }

    /** Launches the hosts of a new group; or, in a rollback, returns to those that are still there. */
    private CompletableFuture<Void> replace() {
        FleetModel now = fleet.model();
        List<Host> there = fleet.staying();
        boolean returns =
                !replaced.isEmpty() && replaced.get(0).fleet().launch().equals(now.launch());
        if (returns) {
            List<Host> added = fleet.stayingBeside(replaced);
            fleet.aim(replaced.size());
            replaced = List.of();
            return fleet.end(added);
        }
        replaced = there;
        fleet.aim(now.size().initial());
        if (now.launches().creation().isEmpty()) {
            return fleet.add(now.size().initial());
        }
        fleet.begin(now.size().initial());
        return signalled();
    }

    /** Ends the hosts of the group that was replaced. */
    CompletableFuture<Void> cleanUp() {
        List<Host> old = replaced;
        replaced = List.of();
        return fleet.end(old);
    }

    /** Completed when the hosts of a new group have signalled, as its creation policy asks for. */
    CompletableFuture<Void> signalled() {
        return fleet.model()
                .launches()
                .creation()
                .map(this::signalled)
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private CompletableFuture<Void> signalled(SignalWait wait) {
        return new Signals(timers)
                .lacking(() -> fleet.stayingBeside(replaced), wait.count(), wait.timeout())
                .thenAccept(lacking -> lacking.ifPresent(why -> {
                    throw new RefreshFailure(fleet.model().id() + " " + why);
                }));
    }
}
