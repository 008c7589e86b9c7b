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
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The load balancer of a rehearsal: what the stack stand-in and the fleets tell it, applied to real ports.
 *
 * <p>Today one node sees every change at once. A node of its own would be a set of {@link Front}s that learn of
 * {@link #putListener} later.
 */
public final class Balancer implements AutoCloseable {
    private final Map<String, TargetGroup> groups = new ConcurrentHashMap<>();
    private final Map<String, Front> fronts = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(Threads.named("balancer"));
    private final Timescale timescale;
    private final Counters counters = new Counters();
    private final Forwarder forwarder;
    private final Prober prober;

    /** A balancer without listeners, whose choices are drawn from {@code seed}. */
    public Balancer(Timescale timescale, long seed) {
        this.timescale = timescale;
        Random random = new Random(seed);
        this.forwarder = new Forwarder(groups::get, random, counters);
        this.prober = new Prober(timescale, random);
    }

    /** Creates or updates a target group. */
    public void putGroup(TargetGroupModel model) {
        groups.computeIfAbsent(model.id(), id -> new TargetGroup(model)).update(model);
    }

    /** Removes a target group. */
    public void removeGroup(String id) {
        groups.remove(id);
    }

    /** Opens or updates a listener. */
    public synchronized void putListener(ListenerModel model) {
        try {
            Front front = fronts.get(model.id());
            if (front == null) {
                markUsed(model.action());
                fronts.put(model.id(), new Front(model, forwarder, threads));
            } else {
                front.update(model);
            }
        } catch (IOException noPort) {
            throw new UncheckedIOException("no free port for listener " + model.id(), noPort);
        }
        refreshUse();
    }

    /** Writes the weights of a listener by hand; groups that are not named keep theirs. */
    public synchronized void write(String listener, Map<String, Integer> weights) {
        ListenerModel old = fronts.get(listener).model();
        List<ActionModel.Share> shares = old.action().weights().entrySet().stream()
                .map(share ->
                        new ActionModel.Share(share.getKey(), weights.getOrDefault(share.getKey(), share.getValue())))
                .toList();
        putListener(new ListenerModel(old.id(), old.port(), new ActionModel.Forward(shares)));
    }

    /** Closes a listener. */
    public synchronized void removeListener(String id) {
        fronts.remove(id).close();
        refreshUse();
    }

    private void markUsed(ActionModel action) {
        action.weights().keySet().forEach(group -> groups.get(group).use(true));
    }

    private void refreshUse() {
        groups.forEach((id, group) -> group.use(fronts.values().stream()
                .anyMatch(front -> front.action().weights().containsKey(id))));
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
        return fronts.keySet().stream().sorted().toList();
    }

    /** What listener {@code id} does now; empty if there is none. */
    public Optional<ListenerModel> listener(String id) {
        return Optional.ofNullable(fronts.get(id)).map(Front::model);
    }

    /** Answers given so far, for metrics. */
    public Counters counters() {
        return counters;
    }

    /** Whether any listener forwards to the group, at whatever weight. */
    public boolean uses(String group) {
        return groups.containsKey(group) && groups.get(group).used();
    }

    /** The weights a listener applies now, by target group. */
    public Map<String, Integer> weights(String listener) {
        Front front = fronts.get(listener);
        return front == null ? Map.of() : front.action().weights();
    }

    /** The port on this machine where a listener answers, once it exists. */
    public OptionalInt port(String listener) {
        Front front = fronts.get(listener);
        return front == null ? OptionalInt.empty() : OptionalInt.of(front.port());
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
        fronts.values().forEach(Front::close);
        threads.shutdownNow();
    }
}
