package io.teal.constructs.internal.traffic;

import io.teal.release.Color;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.IResolvable;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListener.ActionProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.CfnListener.AuthenticateCognitoConfigProperty;
import software.amazon.awscdk.services.elasticloadbalancingv2.ILoadBalancerV2;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupBase;
import software.amazon.jsii.JsiiObject;
import software.amazon.jsii.UnsafeCast;

/**
 * The load balancer part of a {@link TrafficRouterConstruct}; constructors create the resources.
 *
 * @param <T> its target groups
 */
abstract class Ingress<T extends TargetGroupBase> {
    private final Map<Color, T> targetGroups = new EnumMap<>(Color.class);
    private final Map<Color, CfnResource> previews = new EnumMap<>(Color.class);
    private CfnResource production;
    private int forward;
    private List<String> userPools = List.of();
    private Optional<CfnResource> candidate = Optional.empty();

    final void add(Color color, T targets, CfnResource preview) {
        targetGroups.put(color, targets);
        previews.put(color, preview);
    }

    final void production(CfnResource resource) {
        production = resource;
    }

    /** The same, whose last action shares traffic: a login may stand before it, and else it is the only one. */
    final void production(CfnResource resource, ListenerAction action, ApplicationSettings options) {
        production(resource);
        if (options.login().isEmpty()) {
            return;
        }
        List<ActionProperty> rendered = action.renderActions();
        forward = rendered.size() - 1;
        userPools = rendered.stream()
                .map(ActionProperty::getAuthenticateCognitoConfig)
                .filter(Objects::nonNull)
                .map(Ingress::userPool)
                .toList();
    }

    /**
     * jsii gives a value of either type without saying of which. It is not resolved here: a pool of another stack would
     * no longer be known for one.
     */
    private static String userPool(Object config) {
        if (config instanceof IResolvable) {
            return "*";
        }
        AuthenticateCognitoConfigProperty login = config instanceof AuthenticateCognitoConfigProperty known
                ? known
                : UnsafeCast.unsafeCast((JsiiObject) config, AuthenticateCognitoConfigProperty.class);
        return login.getUserPoolArn();
    }

    /** ARNs of the Cognito user pools that clients log in at; a star for one that only the template will know. */
    final List<String> userPools() {
        return userPools;
    }

    /** Which of its actions shares traffic. */
    final int forward() {
        return forward;
    }

    final void candidate(Optional<CfnResource> rule) {
        candidate = rule;
    }

    /** The rule by which chosen requests go to a candidate that rests, if there is one. */
    final Optional<CfnResource> candidate() {
        return candidate;
    }

    final Map<Color, T> targetGroups() {
        return targetGroups;
    }

    /** What names the target group of {@code color} alone, so that its health is checked at weight 0. */
    final CfnResource preview(Color color) {
        return previews.get(color);
    }

    /** What carries the weights. */
    final CfnResource production() {
        return production;
    }

    abstract ILoadBalancerV2 loadBalancer();

    abstract String loadBalancerArn();

    /** What CloudWatch and ARNs of listeners call the load balancer: {@code app/<name>/<id>}. */
    abstract String loadBalancerFullName();

    /** Of the load balancer. */
    abstract Connections connections();

    /** Where in {@link #production()} its actions are. */
    abstract String actions();

    abstract String url();

    abstract String previewUrl(Color color);
}
