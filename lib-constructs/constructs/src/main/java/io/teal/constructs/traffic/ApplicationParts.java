package io.teal.constructs.traffic;

import io.teal.constructs.support.ColorNames;
import io.teal.release.Color;
import io.teal.release.Release;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.amazon.awscdk.services.elasticloadbalancingv2.WeightedTargetGroup;
import software.constructs.Construct;

/** What an Application Load Balancer needs of Teal, whosever it is. */
final class ApplicationParts {
    private static final int HEALTH_CHECK_TIMEOUT_SECONDS = 5;
    private static final int CHECKS_THAT_DECIDE = 2;

    private ApplicationParts() {}

    static ApplicationTargetGroup targetGroup(Construct scope, Color color, TrafficRouterProps props) {
        TrafficOptions options = props.options();
        return ApplicationTargetGroup.Builder.create(scope, ColorNames.of(color) + "Targets")
                .vpc(props.vpc())
                .targetType(TargetType.INSTANCE)
                .protocol(ApplicationProtocol.HTTP)
                .port(props.port(color))
                .deregistrationDelay(options.deregistrationDelay())
                .healthCheck(HealthCheck.builder()
                        .path(options.healthCheckPath())
                        .interval(options.healthCheckInterval())
                        .timeout(Duration.seconds(HEALTH_CHECK_TIMEOUT_SECONDS))
                        .healthyThresholdCount(CHECKS_THAT_DECIDE)
                        .unhealthyThresholdCount(CHECKS_THAT_DECIDE)
                        .healthyHttpCodes("200")
                        .build())
                .build();
    }

    /** Both weights as {@code release} settles them. */
    static ListenerAction settled(Release release, Map<Color, ApplicationTargetGroup> groups) {
        return ListenerAction.weightedForward(Stream.of(Color.values())
                .map(color -> WeightedTargetGroup.builder()
                        .targetGroup(groups.get(color))
                        .weight(release.weight(color))
                        .build())
                .toList());
    }
}
