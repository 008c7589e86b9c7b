package io.teal.runtime.sim;

import io.teal.release.Color;
import io.teal.release.observation.Weights;
import io.teal.release.port.ListenerRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A load balancer of several nodes, each of which hears of new weights late. */
final class Balancer {
    static final String PRODUCTION = "arn:listener/production";
    private static final int NODES = 2;
    private static final long LONG_AGO = -86_400_000;
    private static final String REST = "{\"Order\":1,\"stickiness\":false}";

    final Weights[] nodes = new Weights[NODES];
    private final long[] heard = new long[NODES];
    private final long[] left = {LONG_AGO, LONG_AGO};
    private final World world;
    private Optional<Weights> weights = Optional.empty();
    private boolean doubled;
    private long writes;
    private long changed;

    Balancer(World world) {
        this.world = world;
    }

    /** Somebody makes a second rule that forwards to both colours, or deletes it. */
    void doubled(boolean now) {
        doubled = now;
        world.story.tell(() -> "by hand: a second rule " + (now ? "is made" : "is gone"));
    }

    /** What the API says; empty if there is no production listener. */
    Optional<Weights> weights() {
        return weights;
    }

    /** When the API was last written with other weights than it had. */
    long changed() {
        return changed;
    }

    void create(Weights first) {
        weights = Optional.of(first);
        changed = world.time.now();
        for (int node = 0; node < NODES; node++) {
            nodes[node] = first;
        }
    }

    void delete() {
        weights = Optional.empty();
        for (int node = 0; node < NODES; node++) {
            hears(node, null, ++writes);
        }
    }

    void write(Weights next) {
        if (weights.isEmpty() || weights.get().equals(next)) {
            return;
        }
        weights = Optional.of(next);
        changed = world.time.now();
        long number = ++writes;
        for (int node = 0; node < NODES; node++) {
            int one = node;
            world.time.in(world.random.nextInt(world.spread), () -> hears(one, next, number));
        }
    }

    private void hears(int node, Weights next, long number) {
        if (number < heard[node]) {
            return;
        }
        for (Color color : Color.values()) {
            if (nodes[node] != null && nodes[node].of(color) > 0) {
                left[color.ordinal()] = world.time.now();
            }
        }
        heard[node] = number;
        nodes[node] = next;
    }

    /** Whether any node sends requests to {@code color}. */
    boolean sends(Color color) {
        for (Weights node : nodes) {
            if (node != null && node.of(color) > 0) {
                return true;
            }
        }
        return false;
    }

    /** For how long no node has sent anything to {@code color}. */
    long cold(Color color) {
        return sends(color) ? 0 : world.time.now() - left[color.ordinal()];
    }

    List<String> listeners() {
        List<String> listeners = new ArrayList<>(List.of("arn:listener/preview-blue", "arn:listener/preview-green"));
        weights.ifPresent(live -> listeners.add(PRODUCTION));
        return listeners;
    }

    List<ListenerRule> rules(String listener) {
        if (!listener.equals(PRODUCTION)) {
            Color color = listener.endsWith("blue") ? Color.BLUE : Color.GREEN;
            return List.of(rule(listener, List.of(new ListenerRule.WeightedGroup(Template.targets(color), 1))));
        }
        List<ListenerRule> rules = new ArrayList<>();
        weights.ifPresent(live -> rules.add(rule(listener, both(live))));
        weights.filter(live -> doubled).ifPresent(live -> rules.add(rule("arn:rule/second", both(live))));
        return rules;
    }

    private static ListenerRule rule(String listener, List<ListenerRule.WeightedGroup> groups) {
        return new ListenerRule(listener, true, List.of(new ListenerRule.Action("forward", groups, REST)));
    }

    private static List<ListenerRule.WeightedGroup> both(Weights live) {
        return List.of(
                new ListenerRule.WeightedGroup(Template.targets(Color.BLUE), live.blue()),
                new ListenerRule.WeightedGroup(Template.targets(Color.GREEN), live.green()));
    }

    /** The weights in {@code rule}, of which nothing else may differ from what is there. */
    static Weights read(ListenerRule rule) {
        List<ListenerRule.WeightedGroup> groups = rule.actions().get(0).groups();
        Weights next = new Weights(groups.get(0).weight(), groups.get(1).weight());
        if (!rule.equals(rule(PRODUCTION, both(next)))) {
            throw new Broken("a run changes nothing of the listener but two numbers, wrote " + rule);
        }
        return next;
    }
}
