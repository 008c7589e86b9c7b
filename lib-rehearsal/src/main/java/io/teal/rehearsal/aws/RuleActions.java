package io.teal.rehearsal.aws;

import io.teal.rehearsal.aws.elb.ActionModel;
import io.teal.release.port.ListenerRule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Converts actions of listeners and rules to and from the port. */
final class RuleActions {
    private RuleActions() {}

    static ListenerRule.Action of(ActionModel action) {
        List<ListenerRule.WeightedGroup> groups = action.weights().entrySet().stream()
                .map(share -> new ListenerRule.WeightedGroup(LocalArns.targetGroup(share.getKey()), share.getValue()))
                .toList();
        return new ListenerRule.Action(action.type(), groups, action);
    }

    /** The new action of {@code rule} for the balancer. */
    static ActionModel.Forward changed(ListenerRule rule) {
        ListenerRule.Action action = rule.actions().get(0);
        Map<String, Integer> weights = action.groups().stream()
                .collect(Collectors.toMap(group -> LocalArns.id(group.arn()), ListenerRule.WeightedGroup::weight));
        return ((ActionModel) action.rest()).forwarding().orElseThrow().with(weights);
    }
}
