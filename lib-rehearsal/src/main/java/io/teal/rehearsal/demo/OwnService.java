package io.teal.rehearsal.demo;

import io.teal.rehearsal.http.HttpBody;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import java.io.IOException;
import java.net.BindException;
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

    /** Hosts have ports from 20,000 to 32,000, and outgoing connections higher ones. */
    private static final int BELOW = 12_000;

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final int port;

    private OwnService(int port) {
        this.port = port;
    }

    /** Starts it on another port of this machine. The demo service ends when it does. */
    static OwnService start(String command) throws IOException {
        int port = freePort(Integer.parseInt(System.getenv().getOrDefault("PORT", "0")));
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).inheritIO();
        Map<String, String> environment = builder.environment();
        environment.keySet().removeAll(Set.of(COMMAND, "FAULT"));
        environment.put("PORT", Integer.toString(port));
        builder.start().onExit().thenAccept(ended -> Runtime.getRuntime().halt(ended.exitValue()));
        return new OwnService(port);
    }

    /** A port that no other host of the run takes, and no outgoing connection; any free one if that is taken. */
    private static int freePort(int ours) throws IOException {
        try (ServerSocket beside = new ServerSocket(Math.max(0, ours - BELOW), 1, InetAddress.getLoopbackAddress())) {
            return beside.getLocalPort();
        } catch (BindException taken) {
            return freePort(0);
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
