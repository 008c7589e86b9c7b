package io.teal.rehearsal.aws;

import io.teal.rehearsal.aws.elb.ActionModel;
import io.teal.release.port.ListenerRule;
import java.util.List;

/** Converts actions of listeners and rules to and from the port. */
final class RuleActions {
    private RuleActions() {}

    static ListenerRule.Action of(ActionModel action) {
        List<ListenerRule.WeightedGroup> groups = action.weights().entrySet().stream()
                .map(share -> new ListenerRule.WeightedGroup(LocalArns.targetGroup(share.getKey()), share.getValue()))
                .toList();
        boolean sticky =
                action.forwarding().flatMap(ActionModel.Forward::sticky).isPresent();
        return new ListenerRule.Action(action.type(), groups, sticky, action);
    }

    /** The new action of {@code rule} for the balancer: of the groups that it names, and no other. */
    static ActionModel.Forward changed(ListenerRule rule) {
        ListenerRule.Action action = rule.actions().get(0);
        List<ActionModel.Share> shares = action.groups().stream()
                .map(group -> new ActionModel.Share(LocalArns.id(group.arn()), group.weight()))
                .toList();
        return new ActionModel.Forward(
                shares, ((ActionModel) action.rest()).forwarding().orElseThrow().sticky());
    }
}
