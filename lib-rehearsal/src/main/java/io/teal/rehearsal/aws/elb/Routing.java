package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.http.HttpHead;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that a listener does.
 *
 * @param listener the listener, with the action for what no rule fits
 * @param rules its rules by priority
 * @param balancer how its load balancer is set
 */
record Routing(ListenerModel listener, List<RuleModel> rules, LoadBalancerModel balancer) {
    /** Copies the list. */
    Routing {
        rules = List.copyOf(rules);
    }

    /** What is to be done with {@code request}: what the first rule says whose conditions all hold. */
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
