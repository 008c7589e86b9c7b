package io.teal.runtime.sim;

import io.teal.release.Color;
import io.teal.release.observation.Weights;
import io.teal.release.port.ListenerRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A load balancer of several nodes, each of which hears of new weights late. */
final class Balancer {
    static final String PRODUCTION = "arn:listener/production";
    static final int NODES = 2;
    private static final long LONG_AGO = -86_400_000;
    private static final String REST = "{\"Order\":1,\"stickiness\":false}";

    /** What each node has of each port. */
    final Weights[][] nodes;

    private final long[][] heard;
    private final long[] left = {LONG_AGO, LONG_AGO};
    private final World world;
    private final Weights[] weights;
    private boolean doubled;
    private boolean deleted;
    private long writes;
    private long changed;

    /** A service in every third world has two ports: runs write one after the other. */
    final int ports;

    Balancer(World world, int ports) {
        this.ports = ports;
        this.world = world;
        this.weights = new Weights[ports];
        this.nodes = new Weights[ports][NODES];
        this.heard = new long[ports][NODES];
    }

    /** Somebody makes a second rule that forwards to both colours, or deletes it. */
    void doubled(boolean now) {
        doubled = now;
        world.story.tell(() -> "by hand: a second rule " + (now ? "is made" : "is gone"));
    }

    /** What the API says, of all ports; empty if there are no production listeners. */
    Optional<Weights> weights() {
        return weights[0] == null ? Optional.empty() : Optional.of(Weights.of(List.of(weights)));
    }

    /** What the API says of the port of {@code listener}. */
    Weights weights(String listener) {
        return weights[port(listener)];
    }

    /** When the API was last written with other weights than it had. */
    long changed() {
        return changed;
    }

    void create(Weights first) {
        Arrays.fill(weights, first);
        changed = world.time.now();
        for (Weights[] port : nodes) {
            Arrays.fill(port, first);
        }
    }

    void delete() {
        Arrays.fill(weights, null);
        for (int port = 0; port < weights.length; port++) {
            for (int node = 0; node < NODES; node++) {
                hears(port, node, null, ++writes);
            }
        }
    }

    /** Every port. */
    void write(Weights next) {
        for (int port = 0; port < weights.length; port++) {
            write(port, next);
        }
    }

    /** The port of {@code listener}. */
    void write(String listener, Weights next) {
        write(port(listener), next);
    }

    private void write(int port, Weights next) {
        if (weights[port] == null || weights[port].equals(next)) {
            return;
        }
        weights[port] = next;
        changed = world.time.now();
        long number = ++writes;
        for (int node = 0; node < NODES; node++) {
            int one = node;
            world.time.in(world.random.nextInt(world.spread), () -> hears(port, one, next, number));
        }
    }

    private void hears(int port, int node, Weights next, long number) {
        if (number < heard[port][node]) {
            return;
        }
        for (Color color : Color.values()) {
            if (nodes[port][node] != null && nodes[port][node].of(color) > 0) {
                left[color.ordinal()] = world.time.now();
            }
        }
        heard[port][node] = number;
        nodes[port][node] = next;
    }

    /** Whether any node sends requests to {@code color}. */
    boolean sends(Color color) {
        for (Weights[] port : nodes) {
            for (Weights node : port) {
                if (node != null && node.of(color) > 0) {
                    return true;
                }
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
        int there = deleted ? 1 : weights.length;
        for (int port = 0; weights[0] != null && port < there; port++) {
            listeners.add(listener(port));
        }
        return listeners;
    }

    /** The target groups of {@code color} of a service of {@code ports}. */
    static List<String> targets(Color color, int ports) {
        return IntStream.range(0, ports)
                .mapToObj(port -> Template.targets(color, port))
                .toList();
    }

    private static String listener(int port) {
        return port == 0 ? PRODUCTION : PRODUCTION + port;
    }

    private static int port(String listener) {
        String number = listener.substring(PRODUCTION.length());
        return number.isEmpty() ? 0 : Integer.parseInt(number);
    }

    /** Somebody deletes the listener of the second port; the template has it still. */
    void deleteSecond() {
        deleted = true;
        world.story.tell(() -> "by hand: the second port's listener is deleted");
    }

    List<ListenerRule> rules(String listener) {
        if (!listener.startsWith(PRODUCTION)) {
            Color color = listener.endsWith("blue") ? Color.BLUE : Color.GREEN;
            return List.of(rule(listener, List.of(new ListenerRule.WeightedGroup(Template.targets(color, 0), 1))));
        }
        int port = port(listener);
        if (weights[port] == null) {
            return List.of();
        }
        List<ListenerRule> rules = new ArrayList<>(List.of(rule(listener, both(port, weights[port]))));
        if (doubled) {
            rules.add(rule("arn:rule/second", both(port, weights[port])));
        }
        return rules;
    }

    private static ListenerRule rule(String listener, List<ListenerRule.WeightedGroup> groups) {
        return new ListenerRule(listener, true, List.of(new ListenerRule.Action("forward", groups, REST)));
    }

    private static List<ListenerRule.WeightedGroup> both(int port, Weights live) {
        return List.of(
                new ListenerRule.WeightedGroup(Template.targets(Color.BLUE, port), live.blue()),
                new ListenerRule.WeightedGroup(Template.targets(Color.GREEN, port), live.green()));
    }

    /** The weights in {@code rule}, of which nothing else may differ from what is there. */
    static Weights read(ListenerRule rule) {
        List<ListenerRule.WeightedGroup> groups = rule.actions().get(0).groups();
        Weights next = new Weights(groups.get(0).weight(), groups.get(1).weight());
        if (!rule.equals(rule(rule.arn(), both(port(rule.arn()), next)))) {
            throw new Broken("a run changes nothing of the listener but two numbers, wrote " + rule);
        }
        return next;
    }
}
