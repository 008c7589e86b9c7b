package io.teal.runtime.function;

import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Takes the tasks of the machine that ends a rolling release: a stack, and the instance refresh of its group. */
final class StackServer implements AutoCloseable {
    /** What the machine asked for, in order. */
    final List<String> asked = new ArrayList<>();

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Deque<Map<String, Object>> stacks = new ArrayDeque<>();
    private final Deque<Map<String, Object>> cancellations = new ArrayDeque<>();

    StackServer() throws IOException {
        server.createContext("/", this::handle);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next look at the stack sees {@code status} of the update that began at {@code minute}. */
    StackServer then(String status, int minute) {
        String updated = "2026-11-27T02:" + minute + ":00.000Z";
        stacks.add(
                Map.of("result", Map.of("Stacks", List.of(Map.of("StackStatus", status, "LastUpdatedTime", updated)))));
        return this;
    }

    /** The next look at the stack fails. */
    StackServer thenThrottled() {
        stacks.add(Map.of("error", "CloudFormation.CloudFormationException", "cause", "Rate exceeded"));
        return this;
    }

    /** The next attempt to end the refresh finds none. */
    StackServer withoutARefresh() {
        cancellations.add(Map.of("error", "AutoScaling.ActiveInstanceRefreshNotFoundException", "cause", "none"));
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String state = exchange.getRequestURI().getPath().substring(1);
        Map<String, Object> given = JSON.std.mapFrom(exchange.getRequestBody());
        byte[] answer = JSON.std.asBytes(answer(state, given));
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private Map<String, Object> answer(String state, Map<String, Object> given) {
        if (state.equals("Read the stack")) {
            return stacks.remove();
        }
        asked.add(state + " " + given);
        return state.equals("Cancel the refresh") && !cancellations.isEmpty()
                ? cancellations.remove()
                : Map.of("result", Map.of("InstanceRefreshId", "1"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
