package io.teal.runtime.aws;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/** AWS on this machine, as a test answers for it. */
final class ByHand implements AutoCloseable {
    private final HttpServer server;
    private final AwsSdk aws;

    ByHand(HttpHandler answers) throws IOException {
        AnyCredentials.give();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", answers);
        server.start();
        URI here = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        aws = AwsSdk.create(Optional.of(here), Optional.of("eu-west-1"));
    }

    AwsSdk aws() {
        return aws;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
