package io.teal.constructs.onefleet;

import io.teal.constructs.cutover.HealthAlarms;
import io.teal.constructs.cutover.HealthAlarmsOptions;
import io.teal.constructs.cutover.Watched;
import io.teal.constructs.traffic.SingleRouter;
import software.constructs.Construct;

/**
 * What the alarms of a fleet speak of.
 *
 * @param watched the service behind its load balancer
 * @param fewest the fewest healthy hosts
 */
record Alarmed(Watched watched, int fewest) {
    static Alarmed of(OneFleetServiceProps props, SingleRouter router, int fewest) {
        return new Alarmed(
                new Watched(
                        props.serviceName(),
                        router.getLoadBalancer().getLoadBalancerFullName(),
                        router.getTargetGroup().getTargetGroupFullName(),
                        false),
                fewest);
    }

    HealthAlarms alarms(Construct scope, HealthAlarmsOptions options) {
        return new HealthAlarms(scope, "Health", watched, options, fewest);
    }
}
