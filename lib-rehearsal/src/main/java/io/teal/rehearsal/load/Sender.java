package io.teal.rehearsal.load;

import io.teal.rehearsal.http.HttpBody;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Sends one request at a time, once, to the load balancer's nodes. Safe for use by many threads. */
final class Sender {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final RequestPattern pattern;
    private final ClientCookies cookies = new ClientCookies();
    private final List<NodeConnections> nodes;

    /** Sends to these ports as {@code pattern} says. */
    Sender(int[] ports, RequestPattern pattern) {
        this.nodes = IntStream.of(ports)
                .mapToObj(port -> new NodeConnections(port, TIMEOUT))
                .toList();
        this.pattern = pattern;
    }

    Reply send(long number, String id) {
        try {
            NodeConnections node = nodes.get(pattern.node(number));
            HttpConnection connection = node.connect(pattern.keeps(number));
            try {
                return exchange(number, id, node, connection);
            } catch (IOException failed) {
                connection.close();
                throw failed;
            }
        } catch (ConnectException refused) {
            return Reply.none("connection refused by the load balancer");
        } catch (SocketTimeoutException slow) {
            return Reply.none("no answer in " + TIMEOUT.toSeconds() + " s");
        } catch (IOException cut) {
            return Reply.CUT;
        }
    }

    private Reply exchange(long number, String id, NodeConnections node, HttpConnection connection) throws IOException {
        String method = RequestPattern.method(number);
        byte[] body = method.equals("POST") ? ("order " + id + "\n").getBytes(StandardCharsets.US_ASCII) : new byte[0];
        HttpHead head = cookies.with(number, pattern.head(number, id, "127.0.0.1:" + node.port()));
        write(body.length == 0 ? head : head.with("Content-Length", Integer.toString(body.length)), body, connection);
        HttpHead answer = HttpHead.read(connection.in()).orElseThrow(() -> new IOException("closed"));
        cookies.keep(number, answer);
        boolean open = HttpBody.copyResponse(method, answer, connection.in(), OutputStream.nullOutputStream());
        if (pattern.keeps(number) && open && answer.keepAlive()) {
            node.keep(connection);
        } else {
            connection.close();
        }
        return Reply.of(answer);
    }

    private static void write(HttpHead head, byte[] body, HttpConnection connection) throws IOException {
        head.write(connection.out());
        connection.out().write(body);
        connection.out().flush();
    }
}
