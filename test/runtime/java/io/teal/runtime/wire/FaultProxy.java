package io.teal.runtime.wire;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Passes requests on to a server, unless it has been told to do something else with the next ones. */
final class FaultProxy implements AutoCloseable {
    private static final Set<String> NOT_PASSED_ON =
            Set.of("host", "content-length", "connection", "transfer-encoding", "expect", "upgrade");

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Deque<Fault> next = new ConcurrentLinkedDeque<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final URI to;
    private final HttpServer server;

    /** What happens to a request. */
    enum Fault {
        /** It is refused, as when a rate is exceeded. */
        THROTTLED,
        /** It is answered 500. */
        ERROR,
        /** It is carried out, and its answer is lost. */
        ANSWER_LOST
    }

    FaultProxy(URI to) throws IOException {
        this.to = to;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next requests meet these, one each. */
    void meet(Fault... faults) {
        next.addAll(List.of(faults));
    }

    /** How many requests for {@code action} have come in. */
    long count(String action) {
        return seen.stream().filter(body -> body.contains(action)).count();
    }

    void forget() {
        next.clear();
        seen.clear();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        seen.add(
                exchange.getRequestHeaders().getFirst("X-Amz-Target") + " " + new String(body, StandardCharsets.UTF_8));
        Fault fault = next.poll();
        if (fault == null) {
            answer(exchange, pass(exchange, body));
        } else if (fault == Fault.ANSWER_LOST) {
            pass(exchange, body);
            exchange.close();
        } else {
            refuse(exchange, fault);
        }
    }

    private HttpResponse<byte[]> pass(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(to.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        Headers headers = exchange.getRequestHeaders();
        headers.forEach((name, values) -> values.stream()
                .filter(value -> !NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT)))
                .forEach(value -> request.header(name, value)));
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> from) throws IOException {
        from.headers()
                .firstValue("Content-Type")
                .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        exchange.sendResponseHeaders(from.statusCode(), from.body().length == 0 ? -1 : from.body().length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(from.body());
        }
    }

    private static void refuse(HttpExchange exchange, Fault fault) throws IOException {
        boolean throttled = fault == Fault.THROTTLED;
        boolean json = exchange.getRequestHeaders().containsKey("X-Amz-Target");
        String code = throttled ? "ThrottlingException" : "InternalFailure";
        String text = json
                ? "{\"__type\":\"" + code + "\",\"message\":\"told to\"}"
                : "<ErrorResponse><Error><Code>" + (throttled ? "Throttling" : code)
                        + "</Code><Message>told to</Message></Error></ErrorResponse>";
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(throttled ? 400 : 500, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
