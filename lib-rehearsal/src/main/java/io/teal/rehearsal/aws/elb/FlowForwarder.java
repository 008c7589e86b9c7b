package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.http.HttpConnection;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/**
 * Forwards TCP connections of one node as a Network Load Balancer does: chooses a group by weight and a target by hash
 * when a connection opens, and keeps them until it closes.
 */
final class FlowForwarder {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** Above the one second of real time that clients keep an idle connection at any timescale. */
    private static final Duration SHORTEST_IDLE = Duration.ofSeconds(2);

    private final FlowRouter router;
    private final Counters counters;
    private final Timescale timescale;
    private final ExecutorService threads;

    FlowForwarder(FlowRouter router, Counters counters, Timescale timescale, ExecutorService threads) {
        this.router = router;
        this.counters = counters;
        this.timescale = timescale;
        this.threads = threads;
    }

    /** Forwards the connection of {@code client} until it closes; resets it if there is no target. */
    void carry(SocketChannel client, ListenerModel listener) throws IOException {
        client.setOption(StandardSocketOptions.TCP_NODELAY, true);
        counters.flow(Counters.FlowEvent.BEGUN);
        Optional<FlowRouter.FlowRoute> route =
                router.choose(listener, client.socket().getPort());
        if (route.isEmpty()) {
            Flow.reset(client);
            return;
        }
        LocalTarget target = (LocalTarget) route.get().target();
        Optional<SocketChannel> connected = connect(target);
        if (connected.isEmpty()) {
            counters.flow(Counters.FlowEvent.RESET_BY_TARGET);
            Flow.reset(client);
            return;
        }
        Duration idle = timescale.real(listener.flowIdle().orElseThrow(), SHORTEST_IDLE);
        join(new Flow(client, connected.get(), idle), route.get().group(), target);
    }

    /** Empty if the target refuses the connection. */
    private static Optional<SocketChannel> connect(LocalTarget target) {
        if (target.closed()) {
            return Optional.empty();
        }
        try {
            SocketChannel channel = HttpConnection.connect(target.port(), CONNECT_TIMEOUT);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            return Optional.of(channel);
        } catch (IOException refused) {
            return Optional.empty();
        }
    }

    private void join(Flow flow, LocalTargetGroup group, LocalTarget target) {
        target.add(flow);
        if (target.gone() && group.model().ends().afterDrain()) { // removed while the connection opened
            flow.close();
        }
        if (flow.run(threads)) {
            counters.flow(Counters.FlowEvent.RESET_BY_TARGET);
        }
        target.forget(flow);
    }
}
