package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A rolling update: terminates outdated hosts batch by batch, and has others launched. CloudFormation waits for the
 * pause, or for signals, and never for the load balancer's health.
 */
final class RollingUpdate {
    private final LocalAutoScalingGroup fleet;
    private final RollingModel model;
    private final Signals signals;
    private final RefreshWatch watch;
    private final Timers timers;
    private final int size;

    RollingUpdate(LocalAutoScalingGroup fleet, RollingModel model, int size, Timers timers, RefreshWatch watch) {
        this.fleet = fleet;
        this.model = model;
        this.size = size;
        this.timers = timers;
        this.watch = watch;
        this.signals = new Signals(timers);
    }

    /**
     * Replaces all outdated hosts.
     *
     * @return fails with a {@link RefreshFailure} if signals do not come in time, or the update is cancelled
     */
    CompletableFuture<Void> run() {
        List<Host> old = new ArrayList<>(outdated());
        int max = fleet.model().size().max();
        if (model.inService() >= max) {
            throw failed("MinInstancesInService " + model.inService() + " is not less than MaxSize " + max);
        }
        int extra = model.during(size, max) - fleet.staying().size();
        watch.log()
                .accept(fleet.model().id() + " rolling update begins: " + old.size() + " hosts in batches of "
                        + model.batch() + ", at least " + model.inService() + " in service");
        CompletableFuture<Void> grown = extra > 0 ? launch(extra, List.of()) : CompletableFuture.completedFuture(null);
        return grown.thenCompose(begun -> batches(old)).thenCompose(done -> fleet.leave(fleet.staying(), size));
    }

    private List<Host> outdated() {
        return fleet.staying().stream()
                .filter(host -> !host.fleet().launch().equals(fleet.model().launch()))
                .toList();
    }

    private CompletableFuture<Void> batches(List<Host> old) {
        old.retainAll(fleet.staying());
        if (old.isEmpty()) {
            return CompletableFuture.completedFuture(null);
        }
        if (watch.cancelled().get().isPresent()) {
            throw failed("the update was cancelled");
        }
        int count = Math.max(1, Math.min(model.batch(), fleet.staying().size() - model.inService()));
        List<Host> leaving = old.subList(0, Math.min(count, old.size()));
        return launch(leaving.size(), List.copyOf(leaving)).thenCompose(replaced -> batches(old));
    }

    /**
     * Launches {@code count} hosts while {@code leaving} are terminated, and waits for the pause after, or for signals.
     */
    private CompletableFuture<Void> launch(int count, List<Host> leaving) {
        List<Host> before = fleet.staying();
        CompletableFuture<Void> left = fleet.end(leaving);
        if (!model.signals()) {
            return Timers.all(Stream.of(left, fleet.add(count))).thenCompose(launched -> timers.after(model.pause()));
        }
        fleet.begin(count);
        return Timers.all(Stream.of(left, signalled(count, before)));
    }

    /** Completed when enough of the {@code count} hosts that were not there {@code before} have signalled. */
    private CompletableFuture<Void> signalled(int count, List<Host> before) {
        int needed = RefreshModel.hosts(model.success(), count);
        return signals.lacking(() -> fleet.stayingBeside(before), needed, model.pause())
                .thenAccept(lacking -> lacking.ifPresent(why -> {
                    throw failed(why);
                }));
    }

    private RefreshFailure failed(String why) {
        return new RefreshFailure("the rolling update of " + fleet.model().id() + " failed: " + why);
    }
}
