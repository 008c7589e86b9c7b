package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.Weights;
import io.teal.release.port.ListenerRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The production action of one port: the one that forwards to both colours' target group of that port.
 *
 * <p>An action that keeps clients on their colour does so at weight 0, too. There a colour without weight is not named:
 * the load balancer then chooses anew for its clients. So an action that is sticky and names one colour is the
 * production action as well; a preview names one, and is not sticky.
 *
 * @param port which of each colour's target groups
 */
record PortAction(CutoverProperties properties, int port) {

    /**
     * Those of {@code rules} that have it: those of both colours, if there are any, as another's rule may keep clients.
     */
    List<ListenerRule> among(List<ListenerRule> rules) {
        List<ListenerRule> found =
                rules.stream().filter(rule -> action(rule).isPresent()).toList();
        List<ListenerRule> both = found.stream().filter(this::namesBoth).toList();
        return both.isEmpty() ? found : both;
    }

    private boolean namesBoth(ListenerRule rule) {
        return rule.actions().stream().anyMatch(action -> names(action, Color.BLUE) && names(action, Color.GREEN));
    }

    /** The weights in {@code rule}. */
    Weights weights(ListenerRule rule) {
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
        return properties.of(color).targetGroups().get(port);
    }
}
