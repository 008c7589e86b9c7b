package io.teal.constructs.internal.traffic;

import io.teal.constructs.internal.common.L1;
import io.teal.release.Color;
import io.teal.release.cutover.CutoverMap;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseNetworkListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkWeightedTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.constructs.Construct;

/**
 * A Network Load Balancer of the service's own. Across zones, because a colour at a small weight may have hosts in some
 * of them only.
 */
final class NetworkIngress extends OwnLoadBalancer<NetworkLoadBalancer, NetworkTargetGroup> {
    private final TrafficRouterProps props;
    private final TrafficSettings options;

    NetworkIngress(Construct scope, TrafficRouterProps props, NetworkSettings network) {
        super(loadBalancer(scope, props));
        this.props = props;
        this.options = props.options();
        for (Color color : Color.values()) {
            NetworkTargetGroup targets = targets(scope, color, props, network);
            NetworkListenerAction forward = NetworkListenerAction.forward(List.of(targets));
            add(color, targets, listener(CutoverMap.name(color) + "Preview", options.previewPort(color), forward));
        }
        production(listener("Production", options.productionPort(), settled()));
    }

    private static NetworkLoadBalancer loadBalancer(Construct scope, TrafficRouterProps props) {
        TrafficSettings options = props.options();
        NetworkLoadBalancer balancer = NetworkLoadBalancer.Builder.create(scope, "LoadBalancer")
                .vpc(props.vpc())
                .internetFacing(options.internetFacing())
                .securityGroups(List.of(ClientRules.securityGroup(scope, props.vpc())))
                .crossZoneEnabled(true)
                .deletionProtection(options.deletionProtection())
                .build();
        options.accessLogs().ifPresent(balancer::logAccessLogs);
        return balancer;
    }

    /** A host that leaves has its connections closed at the end of the delay: they would outlive it otherwise. */
    private static NetworkTargetGroup targets(
            Construct scope, Color color, TrafficRouterProps props, NetworkSettings network) {
        TrafficSettings options = props.options();
        NetworkTargetGroup targets = NetworkTargetGroup.Builder.create(scope, CutoverMap.name(color) + "Targets")
                .vpc(props.vpc())
                .targetType(TargetType.INSTANCE)
                .protocol(Protocol.TCP)
                .port(props.port(color))
                .deregistrationDelay(options.deregistrationDelay())
                .connectionTermination(true)
                .healthCheck(check(options, network))
                .build();
        ApplicationParts.withoutDnsFailover(targets);
        return targets;
    }

    private static HealthCheck check(TrafficSettings options, NetworkSettings network) {
        HealthCheck.Builder check = HealthCheck.builder()
                .interval(options.healthCheckInterval())
                .timeout(Duration.seconds(ApplicationParts.HEALTH_CHECK_TIMEOUT_SECONDS))
                .healthyThresholdCount(ApplicationParts.CHECKS_THAT_DECIDE)
                .unhealthyThresholdCount(ApplicationParts.CHECKS_THAT_DECIDE);
        if (network.healthCheck() == Protocol.TCP) {
            return check.protocol(Protocol.TCP).build();
        }
        return check.protocol(Protocol.HTTP)
                .path(options.healthCheckPath())
                .healthyHttpCodes("200")
                .build();
    }

    private CfnResource listener(String id, int port, NetworkListenerAction action) {
        BaseNetworkListenerProps.Builder listener =
                BaseNetworkListenerProps.builder().port(port).defaultAction(action);
        if (options.https()) {
            listener.protocol(Protocol.TLS).certificates(options.certificates()).sslPolicy(SslPolicy.TLS13_RES);
        } else {
            listener.protocol(Protocol.TCP);
        }
        return L1.of(loadBalancer().addListener(id, listener.build()));
    }

    private NetworkListenerAction settled() {
        return NetworkListenerAction.weightedForward(Stream.of(Color.values())
                .map(color -> NetworkWeightedTargetGroup.builder()
                        .targetGroup(targetGroups().get(color))
                        .weight(props.release().weight(color))
                        .build())
                .toList());
    }

    /** For a service that speaks HTTP; one that does not takes host and port from it. */
    @Override
    String url() {
        int usual = options.https() ? TrafficSettings.HTTPS_PORT : TrafficSettings.HTTP_PORT;
        return options.productionPort() == usual ? host() : host() + ":" + options.productionPort();
    }

    @Override
    String previewUrl(Color color) {
        return host() + ":" + options.previewPort(color);
    }

    private String host() {
        return options.scheme() + dnsName();
    }
}
