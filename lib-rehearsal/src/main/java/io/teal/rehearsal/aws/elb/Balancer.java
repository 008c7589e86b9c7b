package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.RealTimers;
import io.teal.rehearsal.Timers;
import io.teal.rehearsal.Timescale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The load balancer of a rehearsal: serves on local ports, configured by the rehearsed stack and fleets. */
public final class Balancer implements AutoCloseable {
    private final Map<String, LocalTargetGroup> groups = new ConcurrentHashMap<>();
    private final Configuration configuration = new Configuration();
    private final Barriers barriers = new Barriers(configuration);
    private final Timers timers;
    private final Network network;
    private final Counters counters;
    private final List<Node> nodes;
    private final Prober prober;

    /** A balancer without listeners on local ports; {@code seed} drives its random choices. */
    public Balancer(Timescale timescale, long seed, Propagation propagation) {
        this(new RealTimers(timescale), new HttpNetwork(timescale), seed, propagation);
    }

    /** A balancer without listeners; {@code seed} drives its random choices. */
    Balancer(Timers timers, Network network, long seed, Propagation propagation) {
        this.timers = timers;
        this.network = network;
        this.counters = new Counters(timers);
        this.nodes = IntStream.range(0, propagation.nodes())
                .mapToObj(number -> node(number, propagation, new Random(seed + number)))
                .toList();
        this.prober = new Prober(timers, network, new Random(seed), counters);
    }

    private Node node(int number, Propagation propagation, Random random) {
        boolean late = number == 0 && !propagation.lateNode().isZero();
        long latest = propagation.latest().toMillis();
        DelayedChanges changes = new DelayedChanges(
                timers, () -> late ? propagation.lateNode() : Duration.ofMillis(random.nextLong(latest + 1)));
        Router router = new Router(groups::get, random, new Stickiness(timers));
        FlowRouter flows = new FlowRouter(groups::get, random);
        return new Node(network.entrance(new NodeParts(router, flows, counters, barriers::closed)), changes);
    }

    /** Who reaches whom from now on. */
    public void reach(Reachability reachability) {
        barriers.use(reachability);
    }

    /** Creates or updates a target group. */
    public void putGroup(TargetGroupModel model) {
        groups.computeIfAbsent(model.id(), id -> new LocalTargetGroup(model)).update(model);
    }

    /** Removes a target group. */
    public void removeGroup(String id) {
        groups.remove(id);
    }

    /** Sets the timeouts of a load balancer's listeners; each node applies them after its propagation delay. */
    public synchronized void putLoadBalancer(LoadBalancerModel model) {
        configuration.put(model);
        configuration.listenersOf(model.id()).forEach(this::propagate);
    }

    /** Opens a listener on every node, or updates it; each node applies an update after its delay. */
    public synchronized void putListener(ListenerModel model) {
        boolean opens = configuration.put(model);
        refreshUse();
        if (opens) {
            nodes.forEach(node -> open(node, model.id()));
        } else {
            propagate(model.id());
        }
    }

    /** Adds a rule to a listener, or changes it; each node applies it after its delay. */
    public synchronized void putRule(RuleModel model) {
        configuration.put(model);
        refreshUse();
        propagate(model.listener());
    }

    /** Removes a rule; each node applies it after its delay. */
    public synchronized void removeRule(String id) {
        Optional<RuleModel> removed = configuration.removeRule(id);
        refreshUse();
        removed.map(RuleModel::listener).ifPresent(this::propagate);
    }

    private void open(Node node, String listener) {
        try {
            node.open(configuration.routing(listener));
        } catch (IOException noPort) {
            throw new UncheckedIOException("no free port for listener " + listener, noPort);
        }
    }

    private void propagate(String listener) {
        Routing routing = configuration.routing(listener);
        nodes.forEach(node -> node.update(routing, this::refreshUse));
    }

    /** Sets weights of a listener or a rule, as by hand; groups that are not named keep theirs. */
    public synchronized void write(String id, Map<String, Integer> weights) {
        modify(
                id,
                configuration
                        .action(id)
                        .flatMap(ActionModel::forwarding)
                        .orElseThrow()
                        .with(weights));
    }

    /** Replaces the action of a listener or a rule; whether there is one. */
    public synchronized boolean modify(String id, ActionModel action) {
        configuration.rule(id).map(rule -> rule.with(action)).ifPresent(this::putRule);
        configuration.listener(id).map(listener -> listener.with(action)).ifPresent(this::putListener);
        return configuration.action(id).isPresent();
    }

    /** Closes a listener, on every node at once. */
    public synchronized void removeListener(String id) {
        configuration.removeListener(id);
        nodes.forEach(node -> node.close(id));
        refreshUse();
    }

    /** A group is probed while the API shows it in use, or any node still forwards to it. */
    private void refreshUse() {
        synchronized (groups) {
            groups.forEach((id, group) -> {
                group.use(configuration.forwardsTo(id) || nodes.stream().anyMatch(node -> node.uses(id)));
                counters.seen(id, group.health());
            });
        }
    }

    /** Registers a host in a group and starts its health checks. */
    public void register(String group, String host, int port) {
        Target target = network.target(host, port);
        LocalTargetGroup there = groups.get(group);
        barriers.stand(target, there);
        there.targets().add(target);
        counters.seen(group, there.health());
        prober.watch(there, target);
    }

    /** Deregisters a host, and waits until its deregistration delay is over. */
    public void deregister(String group, String host) {
        timers.await(startDeregister(group, host));
    }

    /** Deregisters a host: it drains for the deregistration delay, then is removed. Ignores unregistered hosts. */
    public CompletableFuture<Void> startDeregister(String group, String host) {
        LocalTargetGroup from = groups.get(group);
        return from.targets().stream()
                .filter(one -> one.host().equals(host))
                .findFirst()
                .map(registered -> leave(from, registered))
                .orElseGet(() -> CompletableFuture.completedFuture(null));
    }

    private CompletableFuture<Void> leave(LocalTargetGroup from, Target target) {
        target.drain();
        counters.seen(from.model().id(), from.health());
        return timers.after(from.model().drain()).thenRun(() -> {
            target.remove();
            if (from.model().ends().afterDrain()) {
                target.closeFlows();
            }
            from.targets().remove(target);
        });
    }

    /** The targets of a group, by host, and their states. */
    public Map<String, TargetState> targets(String group) {
        Map<String, TargetState> states = new TreeMap<>();
        describe(group).ifPresent(targets -> targets.forEach(target -> states.put(target.host(), target.state())));
        return states;
    }

    /** DescribeTargetHealth for a group; empty if there is no such group. */
    public Optional<List<TargetDescription>> describe(String group) {
        return Optional.ofNullable(groups.get(group)).map(LocalTargetGroup::describe);
    }

    /** Logical ids of the listeners that are open. */
    public List<String> listeners() {
        return configuration.listeners();
    }

    /** Listener {@code id} as the API describes it; empty if there is none. */
    public Optional<ListenerModel> listener(String id) {
        return configuration.listener(id);
    }

    /** The rules of a listener as the API describes them, by priority. */
    public List<RuleModel> rules(String listener) {
        return configuration.rulesOf(listener);
    }

    /** What the balancer has counted for its metrics. */
    public Counters counters() {
        return counters;
    }

    /** Whether any listener forwards to the group, even at weight 0. */
    public boolean uses(String group) {
        return groups.containsKey(group) && groups.get(group).used();
    }

    /** The weights of a listener or a rule by target group, as the API describes them. */
    public Map<String, Integer> weights(String id) {
        return configuration.action(id).map(ActionModel::weights).orElse(Map.of());
    }

    /** The weights with which a request of {@code path} to {@code listener} is forwarded, as the API describes them. */
    public Map<String, Integer> weights(String listener, String path) {
        return configuration.weights(listener, path);
    }

    /** The local ports of a listener, one for each node. */
    public List<Integer> ports(String listener) {
        return configuration.listener(listener).isPresent()
                ? nodes.stream().map(node -> node.port(listener)).toList()
                : List.of();
    }

    @Override
    public void close() {
        prober.close();
        nodes.forEach(Node::close);
        network.close();
    }
}
