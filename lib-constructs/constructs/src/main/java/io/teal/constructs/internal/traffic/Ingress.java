package io.teal.constructs.internal.traffic;

import io.teal.release.Color;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.elasticloadbalancingv2.ILoadBalancerV2;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupBase;

/** The load balancer part of a {@link TrafficRouterConstruct}; constructors create the resources. */
interface Ingress {
    ILoadBalancerV2 loadBalancer();

    String loadBalancerArn();

    /** What CloudWatch and ARNs of listeners call the load balancer: {@code app/<name>/<id>}. */
    String loadBalancerFullName();

    /** Of the load balancer. */
    Connections connections();

    TargetGroupBase targetGroup(Color color);

    /** What names the target group of {@code color} alone, so that its health is checked at weight 0. */
    CfnResource preview(Color color);

    /** What carries the weights. */
    CfnResource production();

    /** Where in {@link #production()} its actions are. */
    String actions();

    String url();

    String previewUrl(Color color);
}
