package io.teal.rehearsal.aws.elb;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/** One node of the load balancer: a port for each listener, and its own idea of what they do. */
final class Node implements AutoCloseable {
    private final Map<String, Front> fronts = new ConcurrentHashMap<>();
    private final Services services;
    private final ExecutorService threads;
    private final Later later;

    /** A node that goes by a change when {@code later} says so. */
    Node(Services services, ExecutorService threads, Later later) {
        this.services = services;
        this.threads = threads;
        this.later = later;
    }

    /** A new listener is ready at once. */
    void open(Routing routing) throws IOException {
        fronts.put(routing.listener().id(), new Front(routing, services, threads));
    }

    /** Does what {@code routing} says later, after all it was told before; then runs {@code applied}. */
    void update(Routing routing, Runnable applied) {
        Front front = fronts.get(routing.listener().id());
        later.add(() -> {
            front.update(routing);
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
        return fronts.values().stream().anyMatch(front -> front.routing().forwardsTo(group));
    }

    @Override
    public void close() {
        later.close();
        fronts.values().forEach(Front::close);
    }
}
