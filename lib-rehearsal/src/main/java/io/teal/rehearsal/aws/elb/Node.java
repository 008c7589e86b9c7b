package io.teal.rehearsal.aws.elb;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One node of the load balancer, with the routing of each listener that it has applied so far. */
final class Node implements AutoCloseable {
    private final Map<String, Routing> routings = new ConcurrentHashMap<>();
    private final Network.Entrance entrance;
    private final DelayedChanges changes;

    /** A node that applies updates through {@code changes}. */
    Node(Network.Entrance entrance, DelayedChanges changes) {
        this.entrance = entrance;
        this.changes = changes;
    }

    /** Opens a new listener without delay. */
    void open(Routing routing) throws IOException {
        String listener = routing.listener().id();
        routings.put(listener, routing);
        entrance.open(listener, () -> routings.getOrDefault(listener, routing));
    }

    /** Applies {@code routing} after earlier updates and its delay, then runs {@code applied}. */
    void update(Routing routing, Runnable applied) {
        changes.add(() -> {
            routings.replace(routing.listener().id(), routing);
            applied.run();
        });
    }

    void close(String listener) {
        entrance.close(listener);
        routings.remove(listener);
    }

    int port(String listener) {
        return entrance.port(listener);
    }

    /** Whether any listener still forwards to {@code group} here. */
    boolean uses(String group) {
        return routings.values().stream().anyMatch(routing -> routing.forwardsTo(group));
    }

    @Override
    public void close() {
        entrance.close();
    }
}
