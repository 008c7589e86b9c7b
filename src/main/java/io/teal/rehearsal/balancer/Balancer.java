package io.teal.rehearsal.balancer;

import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.model.ActionModel;
import io.teal.rehearsal.model.ListenerModel;
import io.teal.rehearsal.model.TargetGroupModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** The load balancer of a rehearsal: what the stack stand-in and the fleets tell it, applied to real ports. */
public final class Balancer implements AutoCloseable {
    private final Map<String, TargetGroup> groups = new ConcurrentHashMap<>();
    private final Map<String, ListenerModel> listeners = new ConcurrentSkipListMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(Threads.named("balancer"));
    private final Timescale timescale;
    private final Counters counters = new Counters();
    private final List<Node> nodes;
    private final Prober prober;

    /** A balancer without listeners, whose choices are drawn from {@code seed}. */
    public Balancer(Timescale timescale, long seed, Propagation propagation) {
        this.timescale = timescale;
        Random random = new Random(seed);
        this.nodes = IntStream.range(0, propagation.nodes())
                .mapToObj(number -> node(number, propagation, new Random(seed + number)))
                .toList();
        this.prober = new Prober(timescale, random, counters);
    }

    private Node node(int number, Propagation propagation, Random random) {
        boolean late = number == 0 && !propagation.lateNode().isZero();
        long latest = propagation.latest().toMillis();
        Later later = new Later(
                timescale, () -> late ? propagation.lateNode() : Duration.ofMillis(random.nextLong(latest + 1)));
        return new Node(new Forwarder(groups::get, random, counters), threads, later);
    }

    /** Creates or updates a target group. */
    public void putGroup(TargetGroupModel model) {
        groups.computeIfAbsent(model.id(), id -> new TargetGroup(model)).update(model);
    }

    /** Removes a target group. */
    public void removeGroup(String id) {
        groups.remove(id);
    }

    /** Opens a listener on every node, or updates it; each node learns of an update later. */
    public synchronized void putListener(ListenerModel model) {
        boolean opens = listeners.put(model.id(), model) == null;
        refreshUse();
        for (Node node : nodes) {
            if (opens) {
                open(node, model);
            } else {
                node.update(model, this::refreshUse);
            }
        }
    }

    private static void open(Node node, ListenerModel model) {
        try {
            node.open(model);
        } catch (IOException noPort) {
            throw new UncheckedIOException("no free port for listener " + model.id(), noPort);
        }
    }

    /** Writes the weights of a listener by hand; groups that are not named keep theirs. */
    public synchronized void write(String listener, Map<String, Integer> weights) {
        ListenerModel old = listeners.get(listener);
        List<ActionModel.Share> shares = old.action().weights().entrySet().stream()
                .map(share ->
                        new ActionModel.Share(share.getKey(), weights.getOrDefault(share.getKey(), share.getValue())))
                .toList();
        putListener(new ListenerModel(old.id(), old.port(), new ActionModel.Forward(shares)));
    }

    /** Closes a listener. */
    public synchronized void removeListener(String id) {
        listeners.remove(id);
        nodes.forEach(node -> node.close(id));
        refreshUse();
    }

    /** A group is probed as long as the API says so, or any node still sends requests there. */
    private void refreshUse() {
        groups.forEach((id, group) -> group.use(listeners.values().stream()
                        .anyMatch(listener -> listener.action().weights().containsKey(id))
                || nodes.stream().anyMatch(node -> node.uses(id))));
    }

    /** Adds a host to a group; it is probed from now on. */
    public void register(String group, String host, int port) {
        Target target = new Target(host, port);
        groups.get(group).targets().add(target);
        prober.watch(groups.get(group), target);
    }

    /** Takes a host out of a group: no new requests, then the deregistration delay, then gone. */
    public void deregister(String group, String host) throws InterruptedException {
        TargetGroup from = groups.get(group);
        Target target = from.targets().stream()
                .filter(one -> one.host().equals(host))
                .findFirst()
                .orElseThrow();
        target.drain();
        timescale.sleep(from.model().drain());
        target.remove();
        from.targets().remove(target);
    }

    /** How many hosts of a group are in each state. */
    public Map<TargetState, Long> health(String group) {
        Map<TargetState, Long> counts = new TreeMap<>();
        TargetGroup of = groups.get(group);
        if (of != null) {
            of.targets().forEach(target -> counts.merge(of.state(target), 1L, Long::sum));
        }
        return counts;
    }

    /** The targets of a group, by host, and their states. */
    public Map<String, TargetState> targets(String group) {
        Map<String, TargetState> states = new TreeMap<>();
        TargetGroup of = groups.get(group);
        if (of != null) {
            of.targets().forEach(target -> states.put(target.host(), of.state(target)));
        }
        return states;
    }

    /** Logical ids of the listeners that are open. */
    public List<String> listeners() {
        return List.copyOf(listeners.keySet());
    }

    /** What the API says that listener {@code id} does; empty if there is none. */
    public Optional<ListenerModel> listener(String id) {
        return Optional.ofNullable(listeners.get(id));
    }

    /** Answers given so far, for metrics. */
    public Counters counters() {
        return counters;
    }

    /** Whether any listener forwards to the group, at whatever weight. */
    public boolean uses(String group) {
        return groups.containsKey(group) && groups.get(group).used();
    }

    /** The weights of a listener, as the API says them, by target group. */
    public Map<String, Integer> weights(String listener) {
        return listener(listener).map(model -> model.action().weights()).orElse(Map.of());
    }

    /** The ports on this machine where a listener answers, one for each node. */
    public List<Integer> ports(String listener) {
        return listeners.containsKey(listener)
                ? nodes.stream().map(node -> node.port(listener)).toList()
                : List.of();
    }

    /** The longest deregistration delay of the groups. */
    public Duration longestDrain() {
        return groups.values().stream()
                .map(group -> group.model().drain())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    @Override
    public void close() {
        prober.close();
        nodes.forEach(Node::close);
        threads.shutdownNow();
    }
}
