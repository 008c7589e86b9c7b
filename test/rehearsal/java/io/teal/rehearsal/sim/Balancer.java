package io.teal.rehearsal.sim;

import io.teal.rehearsal.aws.LocalArns;
import io.teal.rehearsal.aws.elb.ActionModel;
import io.teal.rehearsal.aws.elb.ConditionModel;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.RuleModel;
import io.teal.release.Color;
import io.teal.release.observation.Weights;
import io.teal.release.port.ListenerRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The listeners of the service: production and a preview of each colour, for each of its ports. */
final class Balancer {
    static final String PRODUCTION = "Production";
    private static final String SECOND_RULE = "second";
    private static final long LONG_AGO = -86_400_000;

    private final long[] left = {LONG_AGO, LONG_AGO};
    private final World world;
    private List<ListenerModel> known = List.of();
    private Optional<Weights> weights = Optional.empty();

    /** A service in every third world has two ports: runs write one after the other. */
    final int ports;

    Balancer(World world, int ports) {
        this.ports = ports;
        this.world = world;
    }

    /** The target groups of {@code color} of a service of {@code ports}. */
    static List<String> groups(Color color, int ports) {
        return IntStream.range(0, ports).mapToObj(port -> group(color, port)).toList();
    }

    /** That of one port, 0 for the first. */
    static String group(Color color, int port) {
        return color.toString() + (port + 1);
    }

    /** Their ARNs. */
    static List<String> targets(Color color, int ports) {
        return groups(color, ports).stream().map(LocalArns::targetGroup).toList();
    }

    private Stream<String> listeners() {
        return IntStream.range(0, ports).mapToObj(Balancer::listener);
    }

    static String listener(int port) {
        return port == 0 ? PRODUCTION : PRODUCTION + port;
    }

    /** Somebody makes a second rule that forwards to both colours, or deletes it. */
    void doubled(boolean now) {
        boolean there = !world.cloud.elb.rules(PRODUCTION).isEmpty();
        if (now && !there) {
            ConditionModel path =
                    new ConditionModel(ConditionModel.Part.PATH, "", List.of(new ConditionModel.Pattern("/second")));
            ActionModel both =
                    world.cloud.elb.listener(PRODUCTION).orElseThrow().action();
            world.cloud.elb.putRule(new RuleModel(SECOND_RULE, PRODUCTION, 1, List.of(path), both));
        } else if (there && !now) {
            world.cloud.elb.removeRule(SECOND_RULE);
        }
        world.story.tell(() -> "by hand: a second rule " + (now ? "is made" : "is gone"));
    }

    /** What the API says, of all ports; empty if there are no production listeners. */
    Optional<Weights> weights() {
        List<ListenerModel> now = new ArrayList<>(ports);
        for (int port = 0; port < ports; port++) {
            world.cloud.elb.listener(listener(port)).ifPresent(now::add);
        }
        if (!isKnown(now)) {
            known = now;
            List<Weights> all =
                    now.stream().map(listener -> weights(listener.id())).toList();
            weights = all.isEmpty() ? Optional.empty() : Optional.of(Weights.of(all));
        }
        return weights;
    }

    /** Whether these are those that were asked last: after each event a law looks at the weights. */
    private boolean isKnown(List<ListenerModel> now) {
        for (int index = 0; index < Math.min(now.size(), known.size()); index++) {
            if (now.get(index) != known.get(index)) {
                return false;
            }
        }
        return now.size() == known.size();
    }

    /** What the API says of the port of {@code listener}. */
    Weights weights(String listener) {
        List<ActionModel.Share> shares =
                shares(world.cloud.elb.listener(listener).orElseThrow().action());
        return new Weights(shares.get(0).weight(), shares.get(1).weight());
    }

    private static List<ActionModel.Share> shares(ActionModel action) {
        return action.forwarding().orElseThrow().shares();
    }

    /** Every port. */
    void write(Weights next) {
        listeners().forEach(listener -> write(listener, next));
    }

    /** The port of {@code listener}. */
    void write(String listener, Weights next) {
        if (world.cloud.elb.listener(listener).isPresent() && !weights(listener).equals(next)) {
            List<ActionModel.Share> both =
                    shares(world.cloud.elb.listener(listener).orElseThrow().action());
            world.cloud.elb.write(
                    listener,
                    Map.of(both.get(0).group(), next.blue(), both.get(1).group(), next.green()));
        }
    }

    /** What each node sends to each port. */
    List<Split> splits() {
        List<Split> splits = new ArrayList<>();
        for (int port = 0; port < ports; port++) {
            for (ActionModel action : world.cloud.network.actions(listener(port))) {
                List<ActionModel.Share> shares = shares(action);
                splits.add(new Split(port, shares.get(0).weight(), shares.get(1).weight()));
            }
        }
        return splits;
    }

    /**
     * Where one node sends the requests to one port.
     *
     * @param port 0 for the first
     * @param blue blue's weight
     * @param green green's weight
     */
    record Split(int port, int blue, int green) {
        int of(Color color) {
            return color == Color.BLUE ? blue : green;
        }
    }

    /** A node sends requests to {@code color} for {@code seconds} from now on. */
    void sends(Color color, double seconds) {
        left[color.ordinal()] = world.time.now() + Math.round(seconds * 1000);
    }

    /** Whether any node sends requests to {@code color}. */
    boolean sends(Color color) {
        return splits().stream().anyMatch(split -> split.of(color) > 0);
    }

    /** For how long no node has sent anything to {@code color}. */
    long cold(Color color) {
        return sends(color) ? 0 : world.time.now() - left[color.ordinal()];
    }

    /** Somebody deletes the listener of the second port; the template has it still. */
    void deleteSecond() {
        world.cloud.elb.removeListener(listener(1));
        world.story.tell(() -> "by hand: the second port's listener is deleted");
    }

    /** The weights in {@code rule}, of which nothing else may differ from what is there. */
    Weights read(ListenerRule rule) {
        List<ListenerRule.WeightedGroup> groups = rule.actions().get(0).groups();
        Weights next = new Weights(groups.get(0).weight(), groups.get(1).weight());
        boolean same = world.local().describeRules(rule.arn()).stream()
                .filter(one -> one.arn().equals(rule.arn()))
                .allMatch(there -> unweighted(there).equals(unweighted(rule)));
        world.judge.law(same, "a run changes nothing of the listener but two numbers, wrote " + rule);
        return next;
    }

    private static List<Object> unweighted(ListenerRule rule) {
        ListenerRule.Action action = rule.actions().get(0);
        List<String> groups =
                action.groups().stream().map(ListenerRule.WeightedGroup::arn).toList();
        return List.of(rule.isDefault(), rule.actions().size(), action.type(), groups, action.sticky());
    }
}
