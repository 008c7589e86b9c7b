package io.teal.rehearsal.demo;

import io.teal.rehearsal.http.HttpBody;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A user's own service behind a demo service, which stands before it to act out faults. Each request gets a connection
 * of its own.
 */
final class OwnService {
    /** In the environment of a demo service: the command line of the service behind it. */
    static final String COMMAND = "OWN_COMMAND";

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final int port;

    private OwnService(int port) {
        this.port = port;
    }

    /** Starts it on another port of this machine. The demo service ends when it does. */
    static OwnService start(String command) throws IOException {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).inheritIO();
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(Set.of(COMMAND, "FAULT"));
        environment.put("PORT", Integer.toString(port));
        builder.start().onExit().thenAccept(ended -> Runtime.getRuntime().halt(ended.exitValue()));
        return new OwnService(port);
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    /** Passes a request on, and its answer to {@code client}; returns whether the client's connection stays open. */
    boolean forward(HttpHead request, byte[] body, HttpConnection client) throws IOException {
        try (HttpConnection service = HttpConnection.open(port, TIMEOUT)) {
            service.timeout(TIMEOUT);
            request.with("Connection", "close").write(service.out());
            service.out().write(body);
            service.out().flush();
            HttpHead answer =
                    HttpHead.read(service.in()).orElseThrow(() -> new IOException("closed without an answer"));
            boolean marked = answer.header("Content-Length").isPresent()
                    || answer.header("Transfer-Encoding").isPresent();
            boolean open = marked && request.keepAlive();
            answer.with("Connection", open ? "keep-alive" : "close").write(client.out());
            HttpBody.copyResponse(request.method(), answer, service.in(), client.out());
            client.out().flush();
            return open;
        }
    }
}
