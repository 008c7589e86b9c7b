package io.teal.rehearsal.load;

import io.teal.rehearsal.http.HttpBody;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RehearsalHeaders;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sends one request at a time, once, to the load balancer's nodes in turn; keeps the connection after three requests in
 * four. Safe for use by many threads.
 */
final class Sender {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int FRESH_EVERY = 4;
    private static final int LONG_EVERY = 50;

    private final String[] paths;
    private final long longMillis;
    private final ClientCookies cookies = new ClientCookies();
    private final List<NodeConnections> nodes;

    /** Requests {@code paths}, separated by commas, in turn; one in fifty asks for {@code longMillis}, unless 0. */
    Sender(int[] ports, String paths, long longMillis) {
        this.nodes = IntStream.of(ports)
                .mapToObj(port -> new NodeConnections(port, TIMEOUT))
                .toList();
        this.paths = paths.split(",");
        this.longMillis = longMillis;
    }

    /**
     * The answer, or why there is none.
     *
     * @param status the code, 0 for none
     * @param host the host that answered; empty if none did
     * @param cause why there was no answer, or the reason of the load balancer's own; else empty
     */
    record Reply(int status, String host, String cause) {}

    static String method(long number) {
        return number % 2 == 0 ? "GET" : "POST";
    }

    private static boolean keeps(long number) {
        return number % FRESH_EVERY != 0;
    }

    Reply send(long number, String id) {
        try {
            NodeConnections node = nodes.get((int) (number / FRESH_EVERY % nodes.size()));
            HttpConnection connection = node.connect(keeps(number));
            try {
                return exchange(number, id, node, connection);
            } catch (IOException failed) {
                connection.close();
                throw failed;
            }
        } catch (ConnectException refused) {
            return new Reply(0, "", "connection refused by the load balancer");
        } catch (SocketTimeoutException slow) {
            return new Reply(0, "", "no answer in " + TIMEOUT.toSeconds() + " s");
        } catch (IOException cut) {
            return new Reply(0, "", "connection cut");
        }
    }

    private Reply exchange(long number, String id, NodeConnections node, HttpConnection connection) throws IOException {
        boolean keep = keeps(number);
        String method = method(number);
        byte[] body = method.equals("POST") ? ("order " + id + "\n").getBytes(StandardCharsets.US_ASCII) : new byte[0];
        HttpHead head = cookies.with(number, head(number, id, node));
        write(body.length == 0 ? head : head.with("Content-Length", Integer.toString(body.length)), body, connection);
        HttpHead answer = HttpHead.read(connection.in()).orElseThrow(() -> new IOException("closed"));
        cookies.keep(number, answer);
        boolean open = HttpBody.copyResponse(method, answer, connection.in(), OutputStream.nullOutputStream());
        if (keep && open && answer.keepAlive()) {
            node.keep(connection);
        } else {
            connection.close();
        }
        return new Reply(
                answer.status(),
                answer.header(RehearsalHeaders.HOST).orElse(""),
                answer.header(RehearsalHeaders.CAUSE).orElse(""));
    }

    private HttpHead head(long number, String id, NodeConnections node) {
        String line = method(number) + " " + target(number) + " HTTP/1.1";
        return HttpHead.of(line, "Host", "127.0.0.1:" + node.port(), RehearsalHeaders.REQUEST, id)
                .with("Connection", keeps(number) ? "keep-alive" : "close");
    }

    private static void write(HttpHead head, byte[] body, HttpConnection connection) throws IOException {
        head.write(connection.out());
        connection.out().write(body);
        connection.out().flush();
    }

    /** Each path has requests of every method, over every node, on new and on kept connections. */
    private String path(long number) {
        return paths[(int) (number / FRESH_EVERY / nodes.size() % paths.length)];
    }

    private String target(long number) {
        String path = path(number);
        boolean takesLong = longMillis > 0 && number % LONG_EVERY == LONG_EVERY - 1;
        return takesLong ? path + (path.contains("?") ? "&" : "?") + "millis=" + longMillis : path;
    }
}
