package io.teal.constructs.internal.traffic;

import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.IConnectable;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ILoadBalancerV2;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupBase;

/**
 * A load balancer of the service's own, of either kind: a listener for production and one for each preview.
 *
 * @param <B> the load balancer
 * @param <T> its target groups
 */
abstract class OwnLoadBalancer<B extends BaseLoadBalancer & IConnectable & ILoadBalancerV2, T extends TargetGroupBase>
        extends Ingress<T> {
    private final B loadBalancer;

    OwnLoadBalancer(B loadBalancer) {
        this.loadBalancer = loadBalancer;
    }

    @Override
    final B loadBalancer() {
        return loadBalancer;
    }

    @Override
    final String loadBalancerArn() {
        return loadBalancer.getLoadBalancerArn();
    }

    @Override
    final String loadBalancerFullName() {
        return loadBalancer.getLoadBalancerFullName();
    }

    @Override
    final Connections connections() {
        return loadBalancer.getConnections();
    }

    @Override
    final String actions() {
        return "DefaultActions";
    }
}
