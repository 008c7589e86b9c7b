package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Weights;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.ListenerRule;
import io.teal.release.port.Reads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The production action: the one that forwards to both colours' first target group.
 *
 * <p>An action that keeps clients on their colour does so at weight 0, too. There a colour without weight is not named:
 * the load balancer then chooses anew for its clients. So an action that is sticky and names one colour is the
 * production action as well; a preview names one, and is not sticky.
 */
public final class ProductionAction {
    private final Aws aws;
    private final CutoverProperties properties;
    private final Reads reads;

    /** The production action of the service that {@code properties} describe. */
    public ProductionAction(Aws aws, CutoverProperties properties) {
        this(aws, properties, Reads.IN_TURN);
    }

    /** The same; {@code reads} says how listeners are looked through. */
    ProductionAction(Aws aws, CutoverProperties properties, Reads reads) {
        this.aws = aws;
        this.properties = properties;
        this.reads = reads;
    }

    /**
     * The rule that has it; empty if there is none yet.
     *
     * @throws AwsException if it cannot be read, or several rules forward to both
     */
    public Optional<ListenerRule> rule() {
        return rule(TickMemory.nothing(Instant.EPOCH));
    }

    /** The same, from the listener that had it before; from every listener if there is none, or it has it no more. */
    Optional<ListenerRule> rule(TickMemory memory) {
        List<ListenerRule> known = memory.listener().map(this::rules).orElse(List.of());
        return only(known.isEmpty() ? scan(memory) : best(known));
    }

    /** Reads every listener; if AWS refuses in the middle, the next try does not ask again those that have none. */
    private List<ListenerRule> scan(TickMemory memory) {
        Map<String, List<ListenerRule>> found = new LinkedHashMap<>();
        Map<String, Supplier<List<ListenerRule>>> begun = new LinkedHashMap<>();
        memory.unscanned(() -> aws.describeListeners(properties.loadBalancer()))
                .forEach(listener -> begun.put(listener, reads.begin(() -> rules(listener))));
        begun.forEach((listener, read) -> {
            List<ListenerRule> rules = read.get();
            if (rules.isEmpty()) {
                memory.scanned(listener);
            } else {
                found.put(listener, rules);
            }
        });
        List<ListenerRule> best =
                best(found.values().stream().flatMap(List::stream).toList());
        memory.scanEnded(found.entrySet().stream()
                .filter(one -> one.getValue().stream().anyMatch(best::contains))
                .map(Map.Entry::getKey)
                .reduce((earlier, later) -> later));
        return best;
    }

    /** Those of both colours, if there are any: another's rule may keep clients on one. */
    private List<ListenerRule> best(List<ListenerRule> found) {
        List<ListenerRule> both = found.stream().filter(this::namesBoth).toList();
        return both.isEmpty() ? found : both;
    }

    private boolean namesBoth(ListenerRule rule) {
        return rule.actions().stream().anyMatch(action -> names(action, Color.BLUE) && names(action, Color.GREEN));
    }

    private List<ListenerRule> rules(String listener) {
        return aws.describeRules(listener).stream()
                .filter(rule -> action(rule).isPresent())
                .toList();
    }

    private Optional<ListenerRule> only(List<ListenerRule> found) {
        if (found.size() > 1) {
            throw new AwsException(
                    "Ambiguous",
                    found.size() + " rules of " + properties.loadBalancer() + " forward to both colours, and only one"
                            + " may: " + found.stream().map(ListenerRule::arn).toList(),
                    null);
        }
        return found.stream().findFirst();
    }

    /** The weights in {@code rule}. */
    public Weights weights(ListenerRule rule) {
        ListenerRule.Action action = action(rule).orElseThrow();
        return new Weights(weight(action, Color.BLUE), weight(action, Color.GREEN));
    }

    /** The colours without weight that {@code rule} keeps clients on. */
    Set<Color> held(ListenerRule rule) {
        ListenerRule.Action action = action(rule).orElseThrow();
        Set<Color> held = EnumSet.noneOf(Color.class);
        Arrays.stream(Color.values())
                .filter(color -> action.sticky() && names(action, color) && weight(action, color) == 0)
                .forEach(held::add);
        return held;
    }

    /** {@code rule} with {@code weights} and nothing else changed. */
    ListenerRule with(ListenerRule rule, Weights weights) {
        ListenerRule.Action old = action(rule).orElseThrow();
        ListenerRule.Action changed =
                new ListenerRule.Action(old.type(), groups(old, weights), old.sticky(), old.rest());
        return new ListenerRule(
                rule.arn(),
                rule.isDefault(),
                rule.actions().stream()
                        .map(action -> action.equals(old) ? changed : action)
                        .toList());
    }

    private List<ListenerRule.WeightedGroup> groups(ListenerRule.Action old, Weights weights) {
        List<ListenerRule.WeightedGroup> groups = new ArrayList<>();
        for (Color color : Color.values()) {
            if (weights.of(color) > 0 || !old.sticky()) {
                groups.add(new ListenerRule.WeightedGroup(target(color), weights.of(color)));
            }
        }
        old.groups().stream().filter(group -> !isColor(group)).forEach(groups::add);
        return groups;
    }

    private boolean isColor(ListenerRule.WeightedGroup group) {
        return Arrays.stream(Color.values()).anyMatch(color -> group.arn().equals(target(color)));
    }

    private Optional<ListenerRule.Action> action(ListenerRule rule) {
        return rule.actions().stream()
                .filter(action -> names(action, Color.BLUE) && names(action, Color.GREEN)
                        || action.sticky() && action.groups().stream().anyMatch(this::isColor))
                .findFirst();
    }

    private boolean names(ListenerRule.Action action, Color color) {
        return action.groups().stream().anyMatch(group -> group.arn().equals(target(color)));
    }

    private int weight(ListenerRule.Action action, Color color) {
        return action.groups().stream()
                .filter(group -> group.arn().equals(target(color)))
                .mapToInt(ListenerRule.WeightedGroup::weight)
                .sum();
    }

    private String target(Color color) {
        return properties.of(color).targetGroups().get(0);
    }
}
