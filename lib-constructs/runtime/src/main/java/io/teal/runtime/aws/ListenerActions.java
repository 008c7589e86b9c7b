package io.teal.runtime.aws;

import io.teal.release.port.ListenerRule;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AuthenticateOidcActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ForwardActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupStickinessConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupTuple;

/**
 * Actions of a rule. To change two weights the whole list is rewritten, so the rest of an action is kept in serialized
 * form, which only this class reads.
 */
final class ListenerActions {
    private ListenerActions() {}

    static ListenerRule.Action read(Action action) {
        return new ListenerRule.Action(action.typeAsString(), groups(action), sticky(action), action);
    }

    private static boolean sticky(Action action) {
        return Optional.ofNullable(action.forwardConfig())
                .map(ForwardActionConfig::targetGroupStickinessConfig)
                .map(TargetGroupStickinessConfig::enabled)
                .orElse(false);
    }

    /** A forward to one group may name it without a list of weights, or with an empty one. */
    private static List<ListenerRule.WeightedGroup> groups(Action action) {
        if (action.forwardConfig() != null && action.forwardConfig().hasTargetGroups()) {
            return action.forwardConfig().targetGroups().stream()
                    .map(group -> new ListenerRule.WeightedGroup(
                            group.targetGroupArn(), group.weight() == null ? 1 : group.weight()))
                    .toList();
        }
        return action.targetGroupArn() == null
                ? List.of()
                : List.of(new ListenerRule.WeightedGroup(action.targetGroupArn(), 1));
    }

    static Action write(ListenerRule.Action action) {
        Action rest = (Action) action.rest();
        if (rest.type() == ActionTypeEnum.FORWARD) {
            return weighted(rest, action);
        }
        return rest.type() == ActionTypeEnum.AUTHENTICATE_OIDC ? keepingItsSecret(rest) : rest;
    }

    /** {@code TargetGroupArn} and several groups exclude each other. */
    private static Action weighted(Action rest, ListenerRule.Action action) {
        List<TargetGroupTuple> groups = action.groups().stream()
                .map(group -> TargetGroupTuple.builder()
                        .targetGroupArn(group.arn())
                        .weight(group.weight())
                        .build())
                .toList();
        ForwardActionConfig config = Optional.ofNullable(rest.forwardConfig())
                .map(ForwardActionConfig::toBuilder)
                .orElseGet(ForwardActionConfig::builder)
                .targetGroups(groups)
                .build();
        return rest.toBuilder().targetGroupArn(null).forwardConfig(config).build();
    }

    /** AWS never returns the OIDC client secret; without this a rewrite would need it. */
    private static Action keepingItsSecret(Action action) {
        AuthenticateOidcActionConfig config = action.authenticateOidcConfig().toBuilder()
                .useExistingClientSecret(true)
                .build();
        return action.toBuilder().authenticateOidcConfig(config).build();
    }
}
