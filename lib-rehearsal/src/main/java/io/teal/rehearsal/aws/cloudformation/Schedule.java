package io.teal.rehearsal.aws.cloudformation;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;

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

    /** Applies one change. */
    interface ResourceChange {
        void apply(String id, Duration delay) throws InterruptedException;
    }

    /** Runs all changes and waits for the last. */
    void run(ResourceChange step, ExecutorService threads) {
        Map<String, CompletableFuture<Void>> futures = new TreeMap<>();
        for (String id : graph.sorted()) {
            CompletableFuture<Void> ready = CompletableFuture.allOf(
                    graph.waitsFor().get(id).stream().map(futures::get).toArray(CompletableFuture[]::new));
            boolean changes = delays.containsKey(id);
            futures.put(id, changes ? ready.thenRunAsync(() -> apply(step, id), threads) : ready);
        }
        CompletableFuture.allOf(futures.values().toArray(CompletableFuture[]::new))
                .join();
    }

    private void apply(ResourceChange step, String id) {
        try {
            step.apply(id, delays.get(id));
        } catch (InterruptedException interrupted) {
            throw new CompletionException(interrupted);
        }
    }
}
