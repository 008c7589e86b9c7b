package io.teal.constructs.internal.traffic;

import io.teal.constructs.internal.common.L1;
import io.teal.release.Color;
import java.util.EnumMap;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.IConnectable;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ILoadBalancerV2;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupBase;

/**
 * A load balancer of the service's own, of either kind: a listener for production and one for each preview.
 *
 * @param <B> the load balancer
 * @param <L> its listeners
 * @param <T> its target groups
 */
abstract class OwnLoadBalancer<
                B extends BaseLoadBalancer & IConnectable & ILoadBalancerV2,
                L extends BaseListener,
                T extends TargetGroupBase>
        implements Ingress {
    private final B loadBalancer;
    private final Map<Color, T> targetGroups = new EnumMap<>(Color.class);
    private final Map<Color, L> previews = new EnumMap<>(Color.class);
    private L production;

    OwnLoadBalancer(B loadBalancer) {
        this.loadBalancer = loadBalancer;
    }

    final B own() {
        return loadBalancer;
    }

    final Map<Color, T> targetGroups() {
        return targetGroups;
    }

    final void add(Color color, T targets, L preview) {
        targetGroups.put(color, targets);
        previews.put(color, preview);
    }

    final void production(L listener) {
        production = listener;
    }

    @Override
    public final ILoadBalancerV2 loadBalancer() {
        return loadBalancer;
    }

    @Override
    public final String loadBalancerArn() {
        return loadBalancer.getLoadBalancerArn();
    }

    @Override
    public final String loadBalancerFullName() {
        return loadBalancer.getLoadBalancerFullName();
    }

    @Override
    public final Connections connections() {
        return loadBalancer.getConnections();
    }

    @Override
    public final TargetGroupBase targetGroup(Color color) {
        return targetGroups.get(color);
    }

    @Override
    public final CfnResource preview(Color color) {
        return L1.of(previews.get(color));
    }

    @Override
    public final CfnResource production() {
        return L1.of(production);
    }

    @Override
    public final String actions() {
        return "DefaultActions";
    }
}
