package io.teal.constructs.internal.traffic;

import io.teal.constructs.internal.common.ColorNames;
import io.teal.release.Color;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.constructs.Construct;

/** A target group of a Network Load Balancer. */
final class NetworkTargets {
    private static final int HEALTH_CHECK_TIMEOUT_SECONDS = 5;
    private static final int CHECKS_THAT_DECIDE = 2;

    private NetworkTargets() {}

    /** A host that leaves has its connections closed at the end of the delay: they would outlive it otherwise. */
    static NetworkTargetGroup create(Construct scope, Color color, TrafficRouterProps props, NetworkSettings network) {
        TrafficSettings options = props.options();
        return NetworkTargetGroup.Builder.create(scope, ColorNames.of(color) + "Targets")
                .vpc(props.vpc())
                .targetType(TargetType.INSTANCE)
                .protocol(Protocol.TCP)
                .port(props.port(color))
                .deregistrationDelay(options.deregistrationDelay())
                .connectionTermination(true)
                .healthCheck(check(options, network))
                .build();
    }

    private static HealthCheck check(TrafficSettings options, NetworkSettings network) {
        HealthCheck.Builder check = HealthCheck.builder()
                .interval(options.healthCheckInterval())
                .timeout(Duration.seconds(HEALTH_CHECK_TIMEOUT_SECONDS))
                .healthyThresholdCount(CHECKS_THAT_DECIDE)
                .unhealthyThresholdCount(CHECKS_THAT_DECIDE);
        if (network.healthCheck() == Protocol.TCP) {
            return check.protocol(Protocol.TCP).build();
        }
        return check.protocol(Protocol.HTTP)
                .path(options.healthCheckPath())
                .healthyHttpCodes("200")
                .build();
    }
}
