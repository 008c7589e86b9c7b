package io.teal.rehearsal.balancer;

import io.teal.rehearsal.http.HttpBody;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.Marks;
import io.teal.rehearsal.model.ActionModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Carries requests from the clients of one node to targets, in turn, and the answers back. Never sends one twice. */
final class Forwarder {
    /** How long either side may be silent: an Application Load Balancer's default, never scaled. */
    static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

    private static final byte[] GO_ON = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Function<String, TargetGroup> groups;
    private final RandomGenerator random;
    private final Counters counters;
    private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();

    Forwarder(Function<String, TargetGroup> groups, RandomGenerator random, Counters counters) {
        this.groups = groups;
        this.random = random;
        this.counters = counters;
    }

    /** Serves the next request of {@code client}; false when the connection is to be closed. */
    boolean serve(HttpConnection client, Function<HttpHead, ActionModel> action) throws IOException {
        Optional<HttpHead> head = HttpHead.read(client.in());
        if (head.isEmpty()) {
            return false;
        }
        if (head.get().header("Expect").isPresent()) {
            client.out().write(GO_ON);
            client.out().flush();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        HttpBody.copyRequest(head.get(), client.in(), body);
        Request request = new Request(head.get(), body.toByteArray());
        boolean open = answer(request, action.apply(head.get()), client);
        client.out().flush();
        return open && head.get().keepAlive();
    }

    private boolean answer(Request request, ActionModel action, HttpConnection client) throws IOException {
        if (action instanceof ActionModel.Answer answer) {
            return Answers.fixed(answer, request.head()).write(client.out());
        }
        var share = WeightedChoice.pick(((ActionModel.Forward) action).shares(), random);
        if (share.isEmpty()) {
            return itself(503, "every target group has weight 0").write(client.out());
        }
        String group = share.get().group();
        Optional<Target> target = next(group);
        if (target.isEmpty()) {
            return itself(503, "no registered targets in " + group).write(client.out());
        }
        return forward(request, group, target.get(), client);
    }

    private Answers itself(int status, String cause) {
        counters.add(Counters.ITSELF, status, 0);
        return Answers.error(status, cause);
    }

    /** A node may still forward to a group that is gone. */
    private Optional<Target> next(String group) {
        AtomicInteger turn = turns.computeIfAbsent(group, id -> new AtomicInteger());
        return Optional.ofNullable(groups.apply(group)).flatMap(targets -> targets.next(turn.getAndIncrement()));
    }

    private boolean forward(Request request, String group, Target target, HttpConnection client) throws IOException {
        HttpConnection connection;
        try {
            connection = target.connect();
        } catch (SocketTimeoutException slow) {
            return itself(504, "no connection in 10 s to " + group).write(client.out());
        } catch (IOException refused) {
            return itself(502, "connection refused by " + group).write(client.out());
        }
        HttpHead head;
        long asked = System.nanoTime();
        try {
            head = ask(request, connection);
        } catch (SocketTimeoutException slow) {
            target.discard(connection);
            return itself(504, "no answer in 60 s from " + group).write(client.out());
        } catch (IOException broken) {
            target.discard(connection);
            String cause = target.gone() ? "deregistration delay over in " : "connection closed by ";
            return itself(502, cause + group).write(client.out());
        }
        counters.add(group, head.status(), (System.nanoTime() - asked) / 1_000);
        return relay(request, head, new Leg(target, connection), client);
    }

    private static HttpHead ask(Request request, HttpConnection connection) throws IOException {
        connection.timeout(IDLE_TIMEOUT);
        request.head()
                .without("Expect")
                .with("Connection", "keep-alive")
                .with("X-Forwarded-For", "127.0.0.1")
                .write(connection.out());
        connection.out().write(request.body());
        connection.out().flush();
        HttpHead head;
        do {
            head = HttpHead.read(connection.in()).orElseThrow(() -> new IOException("closed without an answer"));
        } while (head.status() < 200);
        return head;
    }

    private static boolean relay(Request request, HttpHead head, Leg leg, HttpConnection client) throws IOException {
        try {
            boolean whole = head.header("Content-Length").isPresent()
                    || head.header("Transfer-Encoding").isPresent();
            HttpHead shown = head.without("Connection")
                    .without("Keep-Alive")
                    .with(Marks.HOST, leg.target().host());
            (whole ? shown : shown.with("Connection", "close")).write(client.out());
            boolean open = HttpBody.copyResponse(
                    request.head().method(), head, leg.connection().in(), client.out());
            if (open && head.keepAlive()) {
                leg.target().release(leg.connection());
            } else {
                leg.target().discard(leg.connection());
            }
            return open;
        } catch (IOException cut) {
            leg.target().discard(leg.connection());
            throw cut;
        }
    }

    private record Request(HttpHead head, byte[] body) {}

    private record Leg(Target target, HttpConnection connection) {}
}
