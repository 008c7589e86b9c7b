package io.teal.rehearsal.balancer;

import io.teal.rehearsal.model.ListenerModel;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/** One node of the load balancer: a port for each listener, and its own idea of what they do. */
final class Node implements AutoCloseable {
    private final Map<String, Front> fronts = new ConcurrentHashMap<>();
    private final Forwarder forwarder;
    private final ExecutorService threads;
    private final Later later;

    /** A node that goes by a change when {@code later} says so. */
    Node(Forwarder forwarder, ExecutorService threads, Later later) {
        this.forwarder = forwarder;
        this.threads = threads;
        this.later = later;
    }

    /** A new listener is ready at once. */
    void open(ListenerModel model) throws IOException {
        fronts.put(model.id(), new Front(model, forwarder, threads));
    }

    /** Does what {@code model} says later, after all it was told before; then runs {@code applied}. */
    void update(ListenerModel model, Runnable applied) {
        Front front = fronts.get(model.id());
        later.add(() -> {
            front.update(model);
            applied.run();
        });
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
        later.close();
        fronts.values().forEach(Front::close);
    }
}
