package io.teal.rehearsal.balancer;

import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.model.ListenerModel;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One node of the load balancer: a port for each listener, and its own idea of what they do. */
final class Node implements AutoCloseable {
    private final Map<String, Front> fronts = new ConcurrentHashMap<>();
    private final ScheduledExecutorService changes = Executors.newSingleThreadScheduledExecutor(Threads.named("node"));
    private final Forwarder forwarder;
    private final ExecutorService threads;
    private final Timescale timescale;
    private final Supplier<Duration> delay;
    private long latest = System.nanoTime();

    /** A node that applies each change after a {@code delay} in the template's time. */
    Node(Forwarder forwarder, ExecutorService threads, Timescale timescale, Supplier<Duration> delay) {
        this.forwarder = forwarder;
        this.threads = threads;
        this.timescale = timescale;
        this.delay = delay;
    }

    void open(ListenerModel model) throws IOException {
        fronts.put(model.id(), new Front(model, forwarder, threads));
    }

    /** Does what {@code model} says later, after all it was told before; then runs {@code applied}. */
    synchronized void update(ListenerModel model, Runnable applied) {
        long now = System.nanoTime();
        latest = Math.max(latest, now + timescale.real(delay.get()).toNanos());
        Runnable apply = () -> {
            Front front = fronts.get(model.id());
            if (front != null) {
                front.update(model);
                applied.run();
            }
        };
        if (latest <= now) {
            apply.run();
        } else {
            changes.schedule(apply, latest - now, TimeUnit.NANOSECONDS);
        }
    }

    void close(String listener) {
        fronts.remove(listener).close();
    }

    int port(String listener) {
        return fronts.get(listener).port();
    }

    /** Whether any listener still forwards to {@code group} here. */
    boolean uses(String group) {
        return fronts.values().stream()
                .anyMatch(front -> front.action().weights().containsKey(group));
    }

    @Override
    public void close() {
        changes.shutdownNow();
        fronts.values().forEach(Front::close);
    }
}
