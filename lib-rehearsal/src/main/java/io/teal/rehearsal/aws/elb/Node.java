package io.teal.rehearsal.aws.elb;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;

/** One node of the load balancer: a port for each listener, and its own idea of what they do. */
final class Node implements AutoCloseable {
    private final Map<String, ListenerPort> ports = new ConcurrentHashMap<>();
    private final ConnectionHandler services;
    private final ExecutorService threads;
    private final DelayedChanges changes;

    /** A node that goes by a change when {@code changes} says so. */
    Node(ConnectionHandler services, ExecutorService threads, DelayedChanges changes) {
        this.services = services;
        this.threads = threads;
        this.changes = changes;
    }

    /** A new listener is ready at once. */
    void open(Routing routing) throws IOException {
        ports.put(routing.listener().id(), new ListenerPort(routing, services, threads));
    }

    /** Does what {@code routing} says later, after all it was told before; then runs {@code applied}. */
    void update(Routing routing, Runnable applied) {
        ListenerPort port = ports.get(routing.listener().id());
        changes.add(() -> {
            port.update(routing);
            applied.run();
        });
    }

    void close(String listener) {
        ports.remove(listener).close();
    }

    int port(String listener) {
        return ports.get(listener).port();
    }

    /** Whether any listener still forwards to {@code group} here. */
    boolean uses(String group) {
        return ports.values().stream().anyMatch(port -> port.routing().forwardsTo(group));
    }

    @Override
    public void close() {
        changes.close();
        ports.values().forEach(ListenerPort::close);
    }
}
