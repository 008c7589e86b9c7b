package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.BadHeadException;
import io.teal.rehearsal.http.HttpBody;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.http.RehearsalHeaders;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.ExecutorService;

/** Forwards requests of one node to targets, and their responses to the clients. Never retries. */
final class Forwarder {
    private static final int SWITCHING = 101;
    private static final int OK = 200;

    /** The status of a client that closed the connection before its response: counted, not sent. */
    private static final int CLIENT_LEFT = 460;

    /** Faster responses skip the check whether the client has left, which is costly. */
    private static final long CHECK_CLIENT_NANOS = 50_000_000;

    private final Router router;
    private final Counters counters;
    private final ExecutorService threads;

    Forwarder(Router router, Counters counters, ExecutorService threads) {
        this.router = router;
        this.counters = counters;
        this.threads = threads;
    }

    /** Forwards a request by {@code forward}; returns false if the connection must close. */
    boolean forward(Request request, ActionModel.Forward forward, HttpConnection client) throws IOException {
        Router.Choice choice = router.choose(forward, request.head());
        return choice.route().isPresent()
                ? forward(request, choice.route().get(), client)
                : itself(503, choice.refusal()).write(client.out(), request.last());
    }

    /** An error response of the load balancer itself, which is counted. */
    BalancerAnswer itself(int status, String cause) {
        counters.itself(status);
        return BalancerAnswer.error(status, cause);
    }

    private boolean forward(Request request, Router.Route route, HttpConnection client) throws IOException {
        HttpConnection connection;
        try {
            connection = ((LocalTarget) route.target()).connect(request.idleTimeout());
        } catch (SocketTimeoutException slow) {
            return fail(504, "no connection in 10 s to ", new Forwarding(request, route, client));
        } catch (IOException refused) {
            return fail(502, "connection refused by ", new Forwarding(request, route, client));
        }
        return exchange(new Forwarding(request, route, client), connection);
    }

    private boolean exchange(Forwarding leg, HttpConnection connection) throws IOException {
        long sent = System.nanoTime();
        HttpHead head;
        try {
            head = send(leg.request(), connection);
        } catch (SocketTimeoutException slow) {
            leg.target().discard(connection);
            long limit = leg.request().idleTimeout().toSeconds();
            return leg.client().isLeft() ? left(leg) : fail(504, "no answer in " + limit + " s from ", leg);
        } catch (BadHeadException unreadable) {
            leg.target().discard(connection);
            return fail(502, "an answer that cannot be read from ", leg);
        } catch (IOException broken) {
            leg.target().discard(connection);
            return fail(502, leg.target().gone() ? "deregistration delay over in " : "connection closed by ", leg);
        }
        long took = System.nanoTime() - sent;
        if (took > CHECK_CLIENT_NANOS && leg.client().isLeft()) {
            leg.target().discard(connection);
            return left(leg);
        }
        counters.answered(leg.group(), head.status(), took);
        return head.status() == SWITCHING ? join(leg, head, connection) : relay(leg, head, connection);
    }

    /** Sends {@code request}, and returns the head of its response. */
    private static HttpHead send(Request request, HttpConnection connection) throws IOException {
        connection.timeout(request.idleTimeout());
        request.head()
                .without("Expect", "Connection", "X-Forwarded-For")
                .plus("Connection", request.upgrades() ? "Upgrade" : "keep-alive")
                .plus("X-Forwarded-For", "127.0.0.1")
                .write(connection.out());
        connection.out().write(request.body());
        connection.out().flush();
        HttpHead head;
        do {
            head = HttpHead.read(connection.in()).orElseThrow(() -> new IOException("closed without an answer"));
        } while (head.status() < OK && !(head.status() == SWITCHING && request.upgrades()));
        return head;
    }

    private boolean fail(int status, String cause, Forwarding leg) throws IOException {
        counters.unanswered(leg.group());
        return itself(status, cause + leg.group())
                .write(leg.client().out(), leg.request().last());
    }

    private boolean left(Forwarding leg) {
        counters.unanswered(leg.group());
        counters.itself(CLIENT_LEFT);
        return false;
    }

    private boolean join(Forwarding leg, HttpHead head, HttpConnection connection) throws IOException {
        head.with(RehearsalHeaders.HOST, leg.target().host()).write(leg.client().out());
        leg.client().out().flush();
        new Tunnel(leg.client(), connection, leg.request().idleTimeout()).run(threads);
        leg.target().discard(connection);
        return false;
    }

    private static boolean relay(Forwarding leg, HttpHead head, HttpConnection connection) throws IOException {
        boolean open = false;
        try {
            boolean whole = head.header("Content-Length").isPresent()
                    || head.header("Transfer-Encoding").isPresent();
            HttpHead shown = leg.route()
                    .marked(head.without("Connection", "Keep-Alive", RehearsalHeaders.HOST)
                            .plus(RehearsalHeaders.HOST, leg.target().host()));
            (whole && !leg.request().last() ? shown : shown.plus("Connection", "close"))
                    .write(leg.client().out());
            open = HttpBody.copyResponse(
                    leg.request().head().method(),
                    head,
                    connection.in(),
                    leg.client().out());
            return open;
        } finally {
            leg.target().giveBack(connection, open && head.keepAlive());
        }
    }

    /** A request, its route and its client. */
    private record Forwarding(Request request, Router.Route route, HttpConnection client) {
        LocalTarget target() {
            return (LocalTarget) route.target();
        }

        String group() {
            return route.groupId();
        }
    }
}
