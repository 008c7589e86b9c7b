package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.Timers;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * Runs changes in parallel, each after those it depends on. Each takes a random time, drawn from a seed, so that
 * independent changes run in any order.
 */
final class Schedule {
    /** AWS guarantees no times; a listener or a target group usually takes a few seconds. */
    private static final int SHORTEST_MILLIS = 1_000;

    private static final int LONGEST_MILLIS = 5_000;

    private final DependencyGraph graph;
    private final Map<String, Duration> delays = new TreeMap<>();

    Schedule(DependencyGraph graph, Set<String> changed, Random random) {
        this.graph = graph;
        new TreeSet<>(changed)
                .forEach(id -> delays.put(id, Duration.ofMillis(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS + 1))));
    }

    /** Starts each change, with the time it is to take, after those it depends on; completed with the last. */
    CompletableFuture<Void> start(BiFunction<String, Duration, CompletableFuture<Void>> change) {
        Map<String, CompletableFuture<Void>> futures = new TreeMap<>();
        for (String id : graph.sorted()) {
            CompletableFuture<Void> ready =
                    Timers.all(graph.waitsFor().get(id).stream().map(futures::get));
            Duration delay = delays.get(id);
            futures.put(id, delay == null ? ready : ready.thenCompose(done -> change.apply(id, delay)));
        }
        return Timers.all(futures.values().stream());
    }
}
