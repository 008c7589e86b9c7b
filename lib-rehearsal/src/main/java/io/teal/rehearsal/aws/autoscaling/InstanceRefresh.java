package io.teal.rehearsal.aws.autoscaling;

import io.teal.rehearsal.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * An instance refresh: replaces hosts in batches, pauses at checkpoints, bakes, and fails if an alarm of its own goes
 * off. It does not start while one of them is in {@code ALARM} or {@code INSUFFICIENT_DATA}.
 *
 * <p>One assumption where AWS documents nothing: there is no pause after the last host.
 */
final class InstanceRefresh {
    /** How long Auto Scaling waits for new hosts. */
    private static final Duration TIMEOUT = Duration.ofHours(1);

    private static final Duration CHECK_INTERVAL = Duration.ofSeconds(5);
    private static final int ALL_PERCENT = 100;
    private static final String ALARM = "ALARM";

    private final LocalAutoScalingGroup fleet;
    private final RefreshModel model;
    private final Timers timers;
    private final RefreshWatch watch;
    private final int size;
    private final Set<Host> current;

    InstanceRefresh(LocalAutoScalingGroup fleet, RefreshModel model, int size, Timers timers, RefreshWatch watch) {
        this.fleet = fleet;
        this.model = model;
        this.size = size;
        this.timers = timers;
        this.watch = watch;
        this.current = new HashSet<>(model.skipsMatching() ? List.of() : fleet.staying());
    }

    /**
     * Replaces all outdated hosts.
     *
     * @return fails with a {@link RefreshFailure} if it cannot, an alarm goes off, or it is cancelled
     */
    CompletableFuture<Void> run() {
        Optional<String> obstacle = inState(Set.of(ALARM, "INSUFFICIENT_DATA"));
        if (obstacle.isPresent()) {
            return CompletableFuture.failedFuture(failed("it does not start while " + obstacle.get()));
        }
        log("begins: " + replaced() + " of " + size + " hosts are up to date");
        CompletableFuture<Void> stages = CompletableFuture.completedFuture(null);
        for (int percent : model.stages()) {
            stages = stages.thenCompose(before -> stage(percent));
        }
        return stages.thenCompose(all -> fleet.leave(old(), size))
                .thenCompose(left -> {
                    log("bakes: all " + size + " hosts are replaced");
                    return pause(model.bake());
                })
                .thenRun(() -> log("is done: no alarm went off"));
    }

    private CompletableFuture<Void> stage(int percent) {
        int until = Math.min(size, RefreshModel.hosts(percent, size));
        boolean pauses = replaced() < until && percent < ALL_PERCENT;
        CompletableFuture<Void> reached = batches(until);
        return !pauses
                ? reached
                : reached.thenCompose(replaced -> {
                    log("checkpoint: " + until + " of " + size + " hosts are replaced");
                    return pause(model.checkpointDelay());
                });
    }

    private CompletableFuture<Void> batches(int until) {
        return replaced() < until || ready() < until
                ? batch(until).thenCompose(replaced -> batches(until))
                : CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Void> batch(int until) {
        int count = Math.max(0, Math.min(until - replaced(), model.batch(size)));
        int next = Math.min(until, replaced() + count);
        List<Host> leaveFirst = model.launchesFirst() ? List.of() : old();
        return fleet.leave(leaveFirst, size - count)
                .thenRun(() -> fleet.begin(count))
                .thenCompose(begun -> await(next))
                .thenCompose(healthy -> fleet.leave(old(), size));
    }

    /** The outdated hosts, those that do not serve first; one that Auto Scaling has replaced meanwhile is not. */
    private List<Host> old() {
        return fleet.staying().stream()
                .filter(host -> !matches(host))
                .sorted(Comparator.comparing(fleet::serves))
                .toList();
    }

    private boolean matches(Host host) {
        return !current.contains(host)
                && host.fleet().launch().equals(fleet.model().launch());
    }

    private int replaced() {
        return (int) fleet.staying().stream().filter(this::matches).count();
    }

    private int ready() {
        Instant youngest = timers.instant().minus(timers.timescale().real(model.warmUp()));
        return (int) fleet.staying().stream()
                .filter(this::matches)
                .filter(host -> !host.since().isAfter(youngest) && fleet.serves(host))
                .count();
    }

    private CompletableFuture<Void> await(int hosts) {
        Instant deadline = timers.deadline(TIMEOUT);
        return watch(() -> {
            if (ready() < hosts && timers.instant().isAfter(deadline)) {
                throw failed("its hosts could not be replaced within an hour: " + ready() + " of " + hosts
                        + " new hosts are healthy");
            }
            return ready() >= hosts;
        });
    }

    private CompletableFuture<Void> pause(Duration time) {
        Instant end = timers.deadline(time);
        return watch(() -> !timers.instant().isBefore(end));
    }

    /** Looks at the alarms until {@code over}. */
    private CompletableFuture<Void> watch(BooleanSupplier over) {
        return timers.until(() -> goesOn() && over.getAsBoolean(), CHECK_INTERVAL);
    }

    private boolean goesOn() {
        watch.cancelled().get().or(() -> inState(Set.of(ALARM))).ifPresent(why -> {
            throw failed(why);
        });
        return true;
    }

    /** An alarm of its own that is in one of {@code states}, in words. */
    private Optional<String> inState(Set<String> states) {
        return watch.alarms().apply(model.alarms()).entrySet().stream()
                .filter(alarm -> states.contains(alarm.getValue()))
                .map(alarm -> "alarm " + alarm.getKey() + " is in state " + alarm.getValue())
                .sorted()
                .findFirst();
    }

    private RefreshFailure failed(String why) {
        String reason = "the instance refresh of " + fleet.model().id() + " failed: " + why;
        log("failed: " + why);
        return new RefreshFailure(reason);
    }

    private void log(String what) {
        watch.log().accept(fleet.model().id() + " refresh " + what);
    }
}
