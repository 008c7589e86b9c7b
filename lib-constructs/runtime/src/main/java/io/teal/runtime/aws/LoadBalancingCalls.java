package io.teal.runtime.aws;

import io.teal.release.port.AwsException;
import io.teal.release.port.ListenerRule;
import io.teal.release.port.Obstacle;
import io.teal.release.port.TargetHealth;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Rule;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** Elastic Load Balancing. */
final class LoadBalancingCalls {
    private static final String NETWORK = ":listener/net/";

    private final ElasticLoadBalancingV2Client reads;
    private final ElasticLoadBalancingV2Client writes;

    LoadBalancingCalls(AwsClients clients) {
        this.reads = clients.reads(ElasticLoadBalancingV2Client.builder());
        this.writes = clients.writes(ElasticLoadBalancingV2Client.builder());
    }

    List<String> listeners(String loadBalancer) {
        return AwsCalls.of(
                "DescribeListeners of " + loadBalancer,
                () ->
                        reads
                                .describeListenersPaginator(request -> request.loadBalancerArn(loadBalancer))
                                .listeners()
                                .stream()
                                .map(Listener::listenerArn)
                                .toList());
    }

    List<ListenerRule> rules(String listener) {
        return listener.contains(NETWORK) ? networkRules(listener) : allRules(listener);
    }

    /** A Network Load Balancer's listener may have rules beside its default action; not every one can have any. */
    private List<ListenerRule> networkRules(String listener) {
        List<ListenerRule> rules = new ArrayList<>(List.of(defaultRule(listener)));
        try {
            allRules(listener).stream().filter(rule -> !rule.isDefault()).forEach(rules::add);
        } catch (AwsException refused) {
            if (refused.obstacle() != Obstacle.REFUSED) {
                throw refused;
            }
        }
        return rules;
    }

    private ListenerRule defaultRule(String listener) {
        return AwsCalls.of(
                "DescribeListeners " + listener,
                () -> reads.describeListeners(request -> request.listenerArns(listener)).listeners().stream()
                        .map(one -> new ListenerRule(
                                listener,
                                true,
                                one.defaultActions().stream()
                                        .map(ListenerActions::read)
                                        .toList()))
                        .findFirst()
                        .orElseThrow());
    }

    private List<ListenerRule> allRules(String listener) {
        return AwsCalls.of(
                "DescribeRules of " + listener,
                () -> reads.describeRulesPaginator(request -> request.listenerArn(listener)).rules().stream()
                        .map(rule -> rule(listener, rule))
                        .toList());
    }

    /** A listener's default rule is changed through the listener. */
    private static ListenerRule rule(String listener, Rule rule) {
        List<ListenerRule.Action> actions =
                rule.actions().stream().map(ListenerActions::read).toList();
        return new ListenerRule(rule.isDefault() ? listener : rule.ruleArn(), rule.isDefault(), actions);
    }

    void modify(ListenerRule rule) {
        List<Action> actions =
                rule.actions().stream().map(ListenerActions::write).toList();
        if (rule.isDefault()) {
            AwsCalls.of(
                    "ModifyListener " + rule.arn(),
                    () -> writes.modifyListener(
                            request -> request.listenerArn(rule.arn()).defaultActions(actions)));
        } else {
            AwsCalls.of(
                    "ModifyRule " + rule.arn(),
                    () -> writes.modifyRule(
                            request -> request.ruleArn(rule.arn()).actions(actions)));
        }
    }

    List<TargetHealth> health(String targetGroup) {
        return AwsCalls.of(
                "DescribeTargetHealth of " + targetGroup,
                () -> reads
                        .describeTargetHealth(request -> request.targetGroupArn(targetGroup))
                        .targetHealthDescriptions()
                        .stream()
                        .map(LoadBalancingCalls::health)
                        .toList());
    }

    private static TargetHealth health(TargetHealthDescription target) {
        String reason = target.targetHealth().reasonAsString();
        return new TargetHealth(
                target.target().id(),
                target.target().port() == null ? 0 : target.target().port(),
                target.targetHealth().stateAsString(),
                reason == null ? "" : reason);
    }
}
