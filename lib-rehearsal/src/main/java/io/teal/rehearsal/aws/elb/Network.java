package io.teal.rehearsal.aws.elb;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What carries probes and requests to hosts: sockets, or a model of them. */
interface Network extends AutoCloseable {
    /** A host that answers on {@code port}, as a target. */
    Target target(String host, int port);

    /** Probes a target once. */
    CompletableFuture<ProbeOutcome> probe(Target target, HealthCheck check);

    /** The ways into one node. */
    Entrance entrance(NodeParts node);

    @Override
    void close();

    /** The ways into one node of the load balancer: one for each listener. */
    interface Entrance extends AutoCloseable {
        /** Lets requests to {@code listener} in; {@code routing} says what the node does with each. */
        void open(String listener, Supplier<Routing> routing) throws IOException;

        void close(String listener);

        int port(String listener);

        @Override
        void close();
    }
}
