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
    private final String arn;
    private final String fullName;
    private final String dnsName;

    OwnLoadBalancer(B loadBalancer) {
        this.loadBalancer = loadBalancer;
        this.arn = loadBalancer.getLoadBalancerArn();
        this.fullName = loadBalancer.getLoadBalancerFullName();
        this.dnsName = loadBalancer.getLoadBalancerDnsName();
    }

    @Override
    final B loadBalancer() {
        return loadBalancer;
    }

    @Override
    final String loadBalancerArn() {
        return arn;
    }

    @Override
    final String loadBalancerFullName() {
        return fullName;
    }

    @Override
    final Connections connections() {
        return loadBalancer.getConnections();
    }

    final String dnsName() {
        return dnsName;
    }

    @Override
    final String actions() {
        return "DefaultActions";
    }
}
