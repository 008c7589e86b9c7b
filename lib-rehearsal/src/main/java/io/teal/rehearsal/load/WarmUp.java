package io.teal.rehearsal.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

/**
 * Requests that do not count, to a server of this process: what sending takes is loaded, compiled and has its threads
 * before the first that counts is due. Else those of the first second leave late on a busy machine.
 */
final class WarmUp {
    private static final int CLIENTS = 8;
    private static final int REQUESTS = 25;

    private WarmUp() {}

    /** Sends as {@code pattern} says, by {@code threads}, as if to {@code nodes} nodes. */
    static void send(RequestPattern pattern, int nodes, ExecutorService threads)
            throws IOException, InterruptedException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), CLIENTS);
        server.createContext("/", WarmUp::answer);
        server.setExecutor(threads);
        server.start();
        try {
            int port = server.getAddress().getPort();
            Sender sender =
                    new Sender(IntStream.range(0, nodes).map(node -> port).toArray(), pattern);
            threads.invokeAll(Collections.nCopies(CLIENTS, () -> replies(sender)));
        } finally {
            server.stop(0);
        }
    }

    private static List<Reply> replies(Sender sender) {
        return IntStream.range(0, REQUESTS)
                .mapToObj(number -> sender.send(number, "warm-up"))
                .toList();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
        }
    }
}
