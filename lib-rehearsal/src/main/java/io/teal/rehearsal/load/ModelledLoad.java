package io.teal.rehearsal.load;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.aws.elb.ClientConnection;
import io.teal.rehearsal.http.BadHeadException;
import io.teal.rehearsal.http.HttpHead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The load of modelled requests, in the pattern of the load generator. For one thread. */
public final class ModelledLoad implements Load {
    private static final long NANOS = 1_000_000_000L;
    private static final Duration LOOK = Duration.ofMillis(100);

    private final List<Exchange> exchanges = new ArrayList<>();
    private final ClientCookies cookies = new ClientCookies();
    private final List<ClientNode> nodes;
    private final Timers timers;
    private final RequestPattern pattern;
    private final int rate;
    private final Instant start;
    private long sent;
    private long lost;
    private boolean stopped;

    /**
     * Sends from now on.
     *
     * @param nodes each opens a connection to one node of the load balancer
     * @param paths the paths to request in turn, separated by commas
     * @param rate requests per second
     * @param longRequest the duration that one in two hundred asks for; zero for none
     */
    public ModelledLoad(
            Timers timers, Stream<Supplier<ClientConnection>> nodes, String paths, int rate, Duration longRequest) {
        this.timers = timers;
        this.nodes = nodes.map(ClientNode::new).toList();
        this.pattern = new RequestPattern(this.nodes.size(), paths, longRequest.toMillis());
        this.rate = rate;
        this.start = timers.instant();
        sendLater();
    }

    private void sendLater() {
        Instant due = start.plusNanos(sent * NANOS / rate);
        timers.at(due).thenRun(() -> {
            if (!stopped) {
                send(sent++, due);
                sendLater();
            }
        });
    }

    private void send(long number, Instant due) {
        String id = "r" + number;
        ClientNode node = nodes.get(pattern.node(number));
        ClientConnection connection = node.connect(pattern.keeps(number));
        connection
                .send(cookies.with(number, pattern.head(number, id, "rehearsal")))
                .thenAccept(answer -> {
                    answer.ifPresent(head -> cookies.keep(number, head));
                    if (pattern.keeps(number) && connection.isOpen()) {
                        node.idle.push(connection);
                    }
                    record(reply(answer).exchange(id, RequestPattern.method(number), micros(due), 0, latency(due)));
                });
    }

    private static Reply reply(Optional<HttpHead> answer) {
        try {
            return answer.isPresent() ? Reply.of(answer.get()) : Reply.CUT;
        } catch (BadHeadException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private long latency(Instant due) {
        return TimeUnit.NANOSECONDS.toMicros(timers.since(due).toNanos());
    }

    private static long micros(Instant at) {
        return TimeUnit.SECONDS.toMicros(at.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(at.getNano());
    }

    private void record(Exchange exchange) {
        exchanges.add(exchange);
        lost += exchange.answered() ? 0 : 1;
    }

    @Override
    public boolean lacks(long wanted) {
        return exchanges.size() < wanted;
    }

    @Override
    public boolean died() {
        return false;
    }

    @Override
    public String status() {
        return Load.status(exchanges.size(), lost);
    }

    @Override
    public List<Exchange> stop() {
        stopped = true;
        timers.await(timers.until(() -> exchanges.size() == sent, LOOK));
        return List.copyOf(exchanges);
    }

    /** One node of the load balancer as clients see it: the last connection that was kept is used first. */
    private static final class ClientNode {
        private final Deque<ClientConnection> idle = new ArrayDeque<>();
        private final Supplier<ClientConnection> open;

        ClientNode(Supplier<ClientConnection> open) {
            this.open = open;
        }

        ClientConnection connect(boolean keep) {
            while (keep && !idle.isEmpty()) {
                ClientConnection kept = idle.pop();
                if (kept.isOpen()) {
                    return kept;
                }
                kept.close();
            }
            return open.get();
        }
    }
}
