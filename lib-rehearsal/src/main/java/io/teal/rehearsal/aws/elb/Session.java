package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.BadHeadException;
import io.teal.rehearsal.http.HttpBody;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** One client's HTTP connection: serves its requests until either side closes. */
final class Session {
    private static final byte[] GO_ON = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final HttpConnection client;
    private final Supplier<Routing> routing;
    private final Forwarder forwarder;
    private final long begun = System.nanoTime();

    Session(HttpConnection client, Supplier<Routing> routing, Forwarder forwarder) {
        this.client = client;
        this.routing = routing;
        this.forwarder = forwarder;
    }

    void serveAll() throws IOException {
        boolean again = true;
        while (again) {
            again = serve();
            client.out().flush();
        }
    }

    /** Serves the next request; returns false if the connection must close. */
    private boolean serve() throws IOException {
        client.timeout(balancer().idleTimeout());
        Optional<HttpHead> head;
        try {
            head = HttpHead.read(client.in(), HttpHead.OF_REQUESTS);
        } catch (BadHeadException bad) {
            return refuse(400, bad.getMessage());
        }
        if (head.isEmpty()) {
            return false;
        }
        if (head.get().header("Host").isEmpty()) {
            return refuse(400, "no Host header");
        }
        return head.get().method().equals("TRACE") ? refuse(405, "TRACE is not supported") : serve(head.get());
    }

    private boolean serve(HttpHead head) throws IOException {
        Request request;
        try {
            request = request(head);
        } catch (SocketTimeoutException slow) {
            return refuse(408, "the client did not send its request in time");
        }
        return routing.get().action(head).answer(request, client, forwarder) && !request.last();
    }

    private Request request(HttpHead head) throws IOException {
        if (head.header("Expect").isPresent()) {
            client.out().write(GO_ON);
            client.out().flush();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        HttpBody.copyRequest(head, client.in(), body);
        boolean last = !head.keepAlive() || age().compareTo(balancer().clientKeepAlive()) >= 0;
        return new Request(head, body.toByteArray(), balancer().idleTimeout(), last);
    }

    private Duration age() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private LoadBalancerModel balancer() {
        return routing.get().balancer();
    }

    private boolean refuse(int status, String why) throws IOException {
        forwarder.itself(status, why).write(client.out(), true);
        return false;
    }
}
