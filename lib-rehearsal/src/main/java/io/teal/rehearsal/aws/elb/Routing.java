package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpHead;
import java.util.List;
import java.util.stream.Stream;

/**
 * A listener with its rules and the settings of its load balancer.
 *
 * @param listener the listener, with its default action
 * @param rules its rules by priority
 * @param balancer its load balancer
 */
record Routing(ListenerModel listener, List<RuleModel> rules, LoadBalancerModel balancer) {
    /** Copies the list. */
    Routing {
        rules = List.copyOf(rules);
    }

    /** The action of the first rule whose conditions all match {@code request}, else the default action. */
    ActionModel action(HttpHead request) {
        for (RuleModel rule : rules) {
            if (rule.conditions().stream().allMatch(condition -> RuleConditions.hold(condition, request))) {
                return rule.action();
            }
        }
        return listener.action();
    }

    boolean forwardsTo(String group) {
        return Stream.concat(Stream.of(listener.action()), rules.stream().map(RuleModel::action))
                .anyMatch(action -> action.weights().containsKey(group));
    }
}
