package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpConnection;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.function.Supplier;

/**
 * What a node does with a client's connection: its requests are forwarded one by one, or the connection is.
 *
 * @param requests for listeners of an Application Load Balancer
 * @param flows for those of a Network Load Balancer
 */
record ConnectionHandler(Forwarder requests, FlowForwarder flows) {
    /** Serves {@code client}, who meets a listener as {@code routing} says it is, until either side has enough. */
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
