package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.traffic.ServicePort;
import io.teal.constructs.internal.traffic.TrafficRouterConstruct;
import io.teal.release.Color;

/**
 * The target group whose metrics alarms watch.
 *
 * @param name the colour or service, for alarm descriptions
 * @param loadBalancer the load balancer's full name in CloudWatch
 * @param targetGroup the target group's
 * @param network whether it is a Network Load Balancer
 */
public record MonitoredTargets(String name, String loadBalancer, String targetGroup, boolean network) {
    static MonitoredTargets of(TrafficRouterConstruct router, ServicePort port, Color color) {
        return new MonitoredTargets(
                port.of(color),
                router.getLoadBalancerFullName(),
                port.targetGroups().get(color).getTargetGroupFullName(),
                router.isNetwork());
    }
}
