package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;

/** Health-checks targets at their group's interval; nothing else sets their health. */
final class Prober implements AutoCloseable {
    private final Timers timers;
    private final Network network;
    private final RandomGenerator random;
    private final Counters counters;
    private volatile boolean closed;

    Prober(Timers timers, Network network, RandomGenerator random, Counters counters) {
        this.timers = timers;
        this.network = network;
        this.random = random;
        this.counters = counters;
    }

    /** Probes {@code target} until it is removed, first at a random moment within one interval. */
    void watch(LocalTargetGroup group, Target target) {
        long interval = group.model().healthCheck().interval().toNanos();
        timers.after(Duration.ofNanos((long) (interval * random.nextDouble()))).thenRun(() -> check(group, target));
    }

    private void check(LocalTargetGroup group, Target target) {
        if (target.gone() || closed) {
            return;
        }
        Instant begun = timers.instant();
        if (!group.used()) {
            scheduleNext(group, target, begun);
            return;
        }
        HealthCheck check = group.model().healthCheck();
        probe(target, check).thenAccept(outcome -> {
            record(group, target, check, outcome);
            scheduleNext(group, target, begun);
        });
    }

    private CompletableFuture<ProbeOutcome> probe(Target target, HealthCheck check) {
        return target.closedToChecks()
                ? timers.after(check.timeout()).thenApply(passed -> ProbeOutcome.TIMEOUT)
                : network.probe(target, check);
    }

    private void record(LocalTargetGroup group, Target target, HealthCheck check, ProbeOutcome outcome) {
        if (target.probed(outcome, check) && group.model().ends().whenUnhealthy()) {
            target.resetFlows();
        }
        counters.seen(group.model().id(), group.health());
    }

    private void scheduleNext(LocalTargetGroup group, Target target, Instant begun) {
        Duration interval = timers.timescale().real(group.model().healthCheck().interval());
        timers.at(begun.plus(interval)).thenRun(() -> check(group, target));
    }

    @Override
    public void close() {
        closed = true;
    }
}
