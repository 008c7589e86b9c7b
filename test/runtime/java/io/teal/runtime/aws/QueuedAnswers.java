package io.teal.runtime.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Answers each action of AWS with the next of the bodies given for it, and keeps what was asked. */
final class QueuedAnswers implements HttpHandler {
    final List<String> asked = new ArrayList<>();
    private final Map<String, List<String>> bodies = new HashMap<>();

    void json(String action, String... answers) {
        bodies.put(action, new ArrayList<>(List.of(answers)));
    }

    void xml(String action, String... results) {
        String body = "<%1$sResponse><%1$sResult>%2$s</%1$sResult></%1$sResponse>";
        json(action, Stream.of(results).map(one -> body.formatted(action, one)).toArray(String[]::new));
    }

    /** JSON names its action in a header, the query protocol in the body. */
    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String action = target == null
                ? body.replaceFirst(".*Action=([A-Za-z]+).*", "$1")
                : target.substring(target.indexOf('.') + 1);
        asked.add(action + " " + URLDecoder.decode(body, StandardCharsets.UTF_8));
        byte[] answer = bodies.get(action).remove(0).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
