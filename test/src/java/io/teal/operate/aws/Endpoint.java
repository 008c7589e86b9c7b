package io.teal.operate.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An AWS endpoint on a free port of this machine: each action is answered by what was put down for it, in order. */
public final class Endpoint implements AutoCloseable {
    private static final Map<String, String> SETTINGS = Map.of(
            "aws.region", "eu-west-1",
            "aws.accessKeyId", "test",
            "aws.secretAccessKey", "test");

    private record Reply(int status, String body) {}

    private final Map<String, Deque<Reply>> replies = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private final HttpServer server;

    /** Starts. */
    public Endpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        SETTINGS.forEach(System::setProperty);
        System.setProperty(
                "aws.endpointUrl", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next answer to {@code action}. */
    public Endpoint reply(String action, int status, String body) {
        replies.computeIfAbsent(action, name -> new ArrayDeque<>()).add(new Reply(status, body));
        return this;
    }

    /** The bodies of what was asked, decoded. */
    public synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(URLDecoder.decode(body, StandardCharsets.UTF_8));
        Deque<Reply> left = replies.getOrDefault(action(exchange, body), new ArrayDeque<>());
        Reply reply = left.isEmpty() ? new Reply(400, "") : left.poll();
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String action(HttpExchange exchange, String body) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        return target != null
                ? target.substring(target.indexOf('.') + 1)
                : body.replaceFirst("^.*?Action=(\\w+).*$", "$1");
    }

    @Override
    public void close() {
        server.stop(0);
        SETTINGS.keySet().forEach(System::clearProperty);
        System.clearProperty("aws.endpointUrl");
    }
}
