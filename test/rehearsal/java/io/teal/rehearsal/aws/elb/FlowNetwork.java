package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.Timers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/**
 * A network that carries no requests: it tells where each node would send them, so that a steady flow of them can be
 * reckoned instead of sent. For one thread.
 */
public final class FlowNetwork implements Network {
    private final Map<String, List<Target>> targets = new HashMap<>();
    private final List<OpenListeners> nodes = new ArrayList<>();
    private final Predicate<String> passes;
    private Optional<Target> probed = Optional.empty();
    private TargetState before = TargetState.INITIAL;

    /** A network without hosts; {@code passes} tells whether a host would pass a health check now. */
    public FlowNetwork(Predicate<String> passes) {
        this.passes = passes;
    }

    /** A balancer with this network; {@code seed} drives its random choices. */
    public Balancer balancer(Timers timers, long seed, Propagation propagation) {
        return new Balancer(timers, this, seed, propagation);
    }

    /** What each node does with a request to {@code listener}, of those that have it open. */
    public List<ActionModel> actions(String listener) {
        List<ActionModel> actions = new ArrayList<>(nodes.size());
        for (OpenListeners node : nodes) {
            node.routing(listener)
                    .ifPresent(routing -> actions.add(routing.get().listener().action()));
        }
        return actions;
    }

    /** The state of {@code host} in the target group that it was registered in as number {@code nth}. */
    public TargetState state(String host, int nth) {
        List<Target> registered = targets.getOrDefault(host, List.of());
        return nth < registered.size() && !registered.get(nth).gone()
                ? registered.get(nth).state()
                : TargetState.UNUSED;
    }

    /** Whether there was a health check since this was asked last, and the target's state is as it was before. */
    public boolean onlyProbed() {
        boolean same = probed.filter(target -> target.state() == before).isPresent();
        probed = Optional.empty();
        return same;
    }

    @Override
    public Target target(String host, int port) {
        Target target = new Target(host, port);
        targets.computeIfAbsent(host, first -> new ArrayList<>()).add(target);
        return target;
    }

    @Override
    public CompletableFuture<ProbeOutcome> probe(Target target, HealthCheck check) {
        probed = Optional.of(target);
        before = target.state();
        return CompletableFuture.completedFuture(
                passes.test(target.host()) ? ProbeOutcome.PASSED : ProbeOutcome.MISMATCH);
    }

    @Override
    public Entrance entrance(NodeParts parts) {
        nodes.add(new OpenListeners(nodes.size()));
        return nodes.get(nodes.size() - 1);
    }

    @Override
    public void close() {
        nodes.clear();
    }
}
