package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpConnection;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.function.Supplier;

/**
 * Handles a client's connection on one node: forwards each request, or the whole TCP connection.
 *
 * @param requests for listeners of an Application Load Balancer
 * @param flows for listeners of a Network Load Balancer
 */
record ConnectionHandler(Forwarder requests, FlowForwarder flows) {
    /** Serves {@code client} by the current {@code routing} of its listener, until either side closes. */
    void serve(SocketChannel client, Supplier<Routing> routing) throws IOException {
        if (routing.get().listener().flowIdle().isPresent()) {
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            flows.carry(client, routing.get().listener());
            return;
        }
        try (HttpConnection connection = new HttpConnection(client)) {
            new Session(connection, routing, requests).serveAll();
        }
    }
}
