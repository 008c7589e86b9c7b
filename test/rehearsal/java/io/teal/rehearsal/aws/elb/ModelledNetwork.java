package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.VirtualTimers;
import io.teal.rehearsal.http.HttpHead;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A network of modelled hosts and requests on the virtual clock; every request is counted by what it came to. */
public final class ModelledNetwork implements Network {
    private static final HttpHead REQUEST = HttpHead.of("GET / HTTP/1.1", "Host", "shop");

    final Map<String, Integer> outcomes = new TreeMap<>();
    private final Map<String, ModelledHost> hosts = new HashMap<>();
    private final List<ModelledEntrance> nodes = new ArrayList<>();
    private final VirtualTimers timers;

    public ModelledNetwork(VirtualTimers timers) {
        this.timers = timers;
    }

    /** A balancer with this network. */
    public Balancer balancer(long seed, Propagation propagation) {
        return new Balancer(timers, this, seed, propagation);
    }

    /** A host that runs {@code version}, answers from {@code ready} on, and takes {@code each} for a request. */
    public static final class ModelledHost {
        private final String version;
        private final Instant ready;
        private final Duration each;
        private boolean killed;

        public ModelledHost(String version, Instant ready, Duration each) {
            this.version = version;
            this.ready = ready;
            this.each = each;
        }

        public void kill() {
            killed = true;
        }

        public boolean isAlive() {
            return !killed;
        }
    }

    public void boot(String id, ModelledHost host) {
        hosts.put(id, host);
    }

    ModelledHost host(String id) {
        return hosts.get(id);
    }

    /** How many requests came to nothing. */
    int lost() {
        return outcomes.entrySet().stream()
                .filter(one -> !one.getKey().startsWith("200"))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    int total() {
        return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** One request to listener {@code listener} on node {@code node}. */
    void send(int node, String listener) {
        nodes.get(node % nodes.size()).take(listener);
    }

    private boolean answers(String id) {
        ModelledHost host = hosts.get(id);
        return !host.killed && !timers.instant().isBefore(host.ready);
    }

    /** A target was chosen and gave no answer: the load balancer answers by itself. */
    private void failed(Router.Route route, Counters counters, String outcome) {
        counters.unanswered(route.groupId());
        counters.itself(502);
        came(outcome);
    }

    private void came(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    @Override
    public Target target(String host, int port) {
        return new ModelledTarget(host, port);
    }

    @Override
    public CompletableFuture<ProbeOutcome> probe(Target target, HealthCheck check) {
        return CompletableFuture.completedFuture(answers(target.host()) ? ProbeOutcome.PASSED : ProbeOutcome.FAILED);
    }

    @Override
    public Entrance entrance(NodeParts parts) {
        nodes.add(new ModelledEntrance(parts));
        return nodes.get(nodes.size() - 1);
    }

    @Override
    public void close() {
        nodes.clear();
    }

    /** A target with its requests under way, which fail when it is removed. */
    private final class ModelledTarget extends Target {
        private final Set<Runnable> busy = new LinkedHashSet<>();

        ModelledTarget(String host, int port) {
            super(host, port);
        }

        void carry(Router.Route route, Counters counters) {
            ModelledHost host = hosts.get(host());
            Runnable request = () -> failed(route, counters, "502 deregistration delay over");
            busy.add(request);
            timers.in(host.each, () -> {
                if (!busy.remove(request)) {
                    return;
                }
                if (host.killed) {
                    failed(route, counters, "502 connection closed");
                    return;
                }
                counters.answered(route.groupId(), 200, host.each.toNanos());
                came("200 " + host.version);
            });
        }

        @Override
        void remove() {
            super.remove();
            busy.forEach(Runnable::run);
            busy.clear();
        }
    }

    /** The ways into one node. */
    private final class ModelledEntrance implements Entrance {
        private final Map<String, Supplier<Routing>> listeners = new HashMap<>();
        private final NodeParts parts;

        ModelledEntrance(NodeParts parts) {
            this.parts = parts;
        }

        @Override
        public void open(String listener, Supplier<Routing> routing) {
            listeners.put(listener, routing);
        }

        @Override
        public void close(String listener) {
            listeners.remove(listener);
        }

        @Override
        public int port(String listener) {
            return nodes.indexOf(this);
        }

        @Override
        public void close() {
            listeners.clear();
        }

        private void take(String listener) {
            ActionModel.Forward action =
                    (ActionModel.Forward) listeners.get(listener).get().action(REQUEST);
            Optional<Router.Route> route = parts.router()
                    .group(action, REQUEST)
                    .flatMap(group -> parts.router().route(action, group, REQUEST));
            if (route.isEmpty()) {
                parts.counters().itself(503);
                came("503 no target");
            } else if (!answers(route.get().target().host())) {
                failed(route.get(), parts.counters(), "502 connection refused");
            } else {
                ((ModelledTarget) route.get().target()).carry(route.get(), parts.counters());
            }
        }
    }
}
