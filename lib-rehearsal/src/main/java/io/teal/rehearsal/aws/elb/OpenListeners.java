package io.teal.rehearsal.aws.elb;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The listeners that are open on one node of a network without sockets. For one thread. */
final class OpenListeners implements Network.Entrance {
    private final Map<String, Supplier<Routing>> open = new HashMap<>();
    private final int number;

    /** Of the node with this number, which is the port of each of its listeners. */
    OpenListeners(int number) {
        this.number = number;
    }

    /** The current routing of {@code listener}; empty if it is not open. */
    Optional<Supplier<Routing>> routing(String listener) {
        return Optional.ofNullable(open.get(listener));
    }

    @Override
    public void open(String listener, Supplier<Routing> routing) {
        open.put(listener, routing);
    }

    @Override
    public void close(String listener) {
        open.remove(listener);
    }

    @Override
    public int port(String listener) {
        return number;
    }

    @Override
    public void close() {
        open.clear();
    }
}
