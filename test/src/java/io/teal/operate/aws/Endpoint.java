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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An AWS endpoint on a free port of this machine: each action is answered by what was put down for it, in order. */
public final class Endpoint implements AutoCloseable {
    private static final Map<String, String> SETTINGS = Map.of(
            "aws.region", "eu-west-1",
            "aws.accessKeyId", "test",
            "aws.secretAccessKey", "test");

    private static final Pattern SERVICE = Pattern.compile("/([^/]+)/aws4_request");

    private record Reply(int status, String body) {}

    /**
     * What was asked.
     *
     * @param service the service that the signature is for: {@code elasticloadbalancing}, {@code monitoring}
     * @param action of it
     * @param body of the request, as it was sent
     */
    public record Asked(String service, String action, String body) {}

    private final Map<String, Deque<Reply>> replies = new HashMap<>();
    private final List<Asked> asked = new ArrayList<>();
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
        return asked.stream()
                .map(one -> URLDecoder.decode(one.body(), StandardCharsets.UTF_8))
                .toList();
    }

    /** What was asked, in order. */
    public synchronized List<Asked> asked() {
        return List.copyOf(asked);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String action = action(exchange, body);
        asked.add(new Asked(service(exchange), action, body));
        Deque<Reply> left = replies.getOrDefault(action, new ArrayDeque<>());
        Reply reply = left.isEmpty() ? new Reply(400, "") : left.poll();
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String service(HttpExchange exchange) {
        Matcher signed =
                SERVICE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        return signed.find() ? signed.group(1) : "";
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
