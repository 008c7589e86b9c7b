package io.teal.rehearsal.aws.elb;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Connects the load balancer with clients and hosts: by sockets, or a model of them. */
interface Network extends AutoCloseable {
    /** A host that answers on {@code port}, as a target. */
    Target target(String host, int port);

    /** Probes a target once. */
    CompletableFuture<ProbeOutcome> probe(Target target, HealthCheck check);

    /** The listener ports of one node. */
    Entrance entrance(NodeParts node);

    @Override
    void close();

    /** The open listeners of one node. */
    interface Entrance extends AutoCloseable {
        /** Opens {@code listener}; {@code routing} gives its current routing on this node. */
        void open(String listener, Supplier<Routing> routing) throws IOException;

        void close(String listener);

        int port(String listener);

        @Override
        void close();
    }
}
