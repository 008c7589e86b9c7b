package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.Timers;
import io.teal.rehearsal.demo.ModelledDemo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** A network of modelled hosts and requests, which take the same routes as on local ports. For one thread. */
public final class ModelledNetwork implements Network {
    private final Map<String, ModelledDemo> hosts = new HashMap<>();
    private final List<ModelledNode> nodes = new ArrayList<>();
    private final Timers timers;
    private int connections;

    /** A network without hosts. */
    public ModelledNetwork(Timers timers) {
        this.timers = timers;
    }

    /** A balancer with this network; {@code seed} drives its random choices. */
    public Balancer balancer(long seed, Propagation propagation) {
        return new Balancer(timers, this, seed, propagation);
    }

    /** From now on {@code host} is what {@code id} runs. */
    public void add(String id, ModelledDemo host) {
        hosts.put(id, host);
    }

    /** Opens a connection to a listener; its ports are those of {@link Balancer#ports}. */
    public ClientConnection connect(int port, String listener) {
        return nodes.get(port).connect(listener, connections++);
    }

    @Override
    public Target target(String host, int port) {
        return new ModelledTarget(host, port, () -> hosts.get(host), timers);
    }

    @Override
    public CompletableFuture<ProbeOutcome> probe(Target target, HealthCheck check) {
        ModelledDemo host = hosts.get(target.host());
        return CompletableFuture.completedFuture(host.listens() ? answer(host, check) : ProbeOutcome.FAILED);
    }

    private static ProbeOutcome answer(ModelledDemo host, HealthCheck check) {
        return check.connectsOnly() || check.matcher().matches(host.check(check.path()))
                ? ProbeOutcome.PASSED
                : ProbeOutcome.MISMATCH;
    }

    @Override
    public Entrance entrance(NodeParts parts) {
        nodes.add(new ModelledNode(new OpenListeners(nodes.size()), parts));
        return nodes.get(nodes.size() - 1).listeners();
    }

    @Override
    public void close() {
        nodes.clear();
    }

    private record ModelledNode(OpenListeners listeners, NodeParts parts) {
        ClientConnection connect(String id, int clientPort) {
            Supplier<Routing> routing = listeners.routing(id).orElseThrow();
            ListenerModel listener = routing.get().listener();
            if (parts.closed().test(routing.get())) {
                return new ModelledFlow(Optional.empty(), parts.counters());
            }
            return listener.flowIdle().isPresent()
                    ? new ModelledFlow(parts.flows().choose(listener, clientPort), parts.counters())
                    : new ModelledSession(routing, parts);
        }
    }
}
