package io.teal.constructs.cutover;

import io.teal.constructs.traffic.TrafficRouter;
import io.teal.release.Color;

/**
 * What alarms speak of.
 *
 * @param name what people call it: a colour, or a service
 * @param loadBalancer the load balancer's full name in CloudWatch
 * @param targetGroup the target group's
 * @param network whether it is a Network Load Balancer
 */
public record Watched(String name, String loadBalancer, String targetGroup, boolean network) {
    static Watched of(TrafficRouter router, Color color) {
        return new Watched(
                color.toString(),
                router.getLoadBalancerFullName(),
                router.getTargetGroup(color).getTargetGroupFullName(),
                router.isNetwork());
    }
}
