package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.Threads;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Local ports with real HTTP and TCP. */
final class HttpNetwork implements Network {
    /** Response times do not scale, and hosts share this machine with the load. */
    private static final Duration SHORTEST_LIMIT = Duration.ofMillis(500);

    private final ExecutorService threads = Threads.named("balancer");
    private final ExecutorService probes = Threads.named("probe");
    private final Timescale timescale;

    HttpNetwork(Timescale timescale) {
        this.timescale = timescale;
    }

    @Override
    public Target target(String host, int port) {
        return new LocalTarget(host, port);
    }

    @Override
    public Entrance entrance(NodeParts node) {
        return new NodePorts(
                node.closed(),
                new Forwarder(node.router(), node.counters(), threads),
                new FlowForwarder(node.flows(), node.counters(), timescale, threads),
                threads,
                new ConcurrentHashMap<>());
    }

    @Override
    public CompletableFuture<ProbeOutcome> probe(Target target, HealthCheck check) {
        return CompletableFuture.supplyAsync(() -> probe(target.port(), check), probes);
    }

    private ProbeOutcome probe(int port, HealthCheck check) {
        Duration limit = timescale.real(check.timeout(), SHORTEST_LIMIT);
        try (HttpConnection connection = HttpConnection.open(port, limit)) {
            connection.timeout(limit);
            return check.connectsOnly() ? ProbeOutcome.PASSED : answer(connection, port, check);
        } catch (IOException noConnection) {
            return ProbeOutcome.FAILED;
        }
    }

    private static ProbeOutcome answer(HttpConnection connection, int port, HealthCheck check) throws IOException {
        try {
            return check.matcher().matches(status(connection, port, check.path()))
                    ? ProbeOutcome.PASSED
                    : ProbeOutcome.MISMATCH;
        } catch (SocketTimeoutException slow) {
            return ProbeOutcome.TIMEOUT;
        }
    }

    private static int status(HttpConnection connection, int port, String path) throws IOException {
        HttpHead.of(
                        "GET " + path + " HTTP/1.1",
                        "Host",
                        "127.0.0.1:" + port,
                        "User-Agent",
                        "ELB-HealthChecker/2.0",
                        "Connection",
                        "close")
                .write(connection.out());
        connection.out().flush();
        HttpHead answer = HttpHead.read(connection.in()).orElseThrow(() -> new IOException("closed"));
        return answer.status();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        probes.shutdownNow();
    }

    /** The listener ports of one node: each forwards requests, or whole TCP connections. */
    private record NodePorts(
            Predicate<Routing> closed,
            Forwarder requests,
            FlowForwarder flows,
            ExecutorService threads,
            Map<String, ListenerPort> open)
            implements Entrance {
        @Override
        public void open(String listener, Supplier<Routing> routing) throws IOException {
            open.put(listener, new ListenerPort(client -> serve(client, routing), threads));
        }

        private void serve(SocketChannel client, Supplier<Routing> routing) throws IOException {
            if (closed.test(routing.get())) {
                Flow.reset(client);
                return;
            }
            if (routing.get().listener().flowIdle().isPresent()) {
                flows.carry(client, routing.get().listener());
                return;
            }
            try (HttpConnection connection = new HttpConnection(client)) {
                new Session(connection, routing, requests).serveAll();
            }
        }

        @Override
        public void close(String listener) {
            open.remove(listener).close();
        }

        @Override
        public int port(String listener) {
            return open.get(listener).port();
        }

        @Override
        public void close() {
            open.values().forEach(ListenerPort::close);
        }
    }
}
