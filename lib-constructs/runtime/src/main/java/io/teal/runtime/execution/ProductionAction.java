package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Weights;
import io.teal.release.port.Aws;
import io.teal.release.port.AwsException;
import io.teal.release.port.ListenerRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The production action: the one that forwards to both colours' first target group. */
public final class ProductionAction {
    private final Aws aws;
    private final CutoverProperties properties;

    /** The production action of the service that {@code properties} describe. */
    public ProductionAction(Aws aws, CutoverProperties properties) {
        this.aws = aws;
        this.properties = properties;
    }

    /**
     * The rule that has it; empty if there is none yet.
     *
     * @throws AwsException if it cannot be read, or several rules forward to both
     */
    public Optional<ListenerRule> rule() {
        List<ListenerRule> found = new ArrayList<>();
        for (String listener : aws.describeListeners(properties.loadBalancer())) {
            aws.describeRules(listener).stream()
                    .filter(rule -> action(rule).isPresent())
                    .forEach(found::add);
        }
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

    /** {@code rule} with {@code weights} and nothing else changed. */
    ListenerRule with(ListenerRule rule, Weights weights) {
        ListenerRule.Action old = action(rule).orElseThrow();
        List<ListenerRule.WeightedGroup> groups = old.groups().stream()
                .map(group -> new ListenerRule.WeightedGroup(group.arn(), weight(group, weights)))
                .toList();
        ListenerRule.Action changed = new ListenerRule.Action(old.type(), groups, old.rest());
        return new ListenerRule(
                rule.arn(),
                rule.isDefault(),
                rule.actions().stream()
                        .map(action -> action.equals(old) ? changed : action)
                        .toList());
    }

    private int weight(ListenerRule.WeightedGroup group, Weights weights) {
        for (Color color : Color.values()) {
            if (group.arn().equals(target(color))) {
                return weights.of(color);
            }
        }
        return group.weight();
    }

    private Optional<ListenerRule.Action> action(ListenerRule rule) {
        return rule.actions().stream()
                .filter(action -> names(action, Color.BLUE) && names(action, Color.GREEN))
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
