package io.teal.runtime.function;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Takes the tasks of the interpreter: the function's, and the call of the hook. */
final class FunctionServer implements AutoCloseable {
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private volatile Promotion promotion;

    FunctionServer() throws IOException {
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on tasks are of this one. */
    void serve(Promotion next) {
        promotion = next;
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, Object> given = JSON.std.mapFrom(exchange.getRequestBody());
        Optional<Map<String, Object>> answer = switch (exchange.getRequestURI().getPath()) {
            case "/Call" -> Optional.of(promotion.hook());
            case "/Tell", "/Mail" -> Optional.of(promotion.notice(given));
            default -> promotion.task(given);
        };
        if (answer.isPresent()) {
            byte[] result = JSON.std.asBytes(answer.get());
            exchange.sendResponseHeaders(200, result.length);
            exchange.getResponseBody().write(result);
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
