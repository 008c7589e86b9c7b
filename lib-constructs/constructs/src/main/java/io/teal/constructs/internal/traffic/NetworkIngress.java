package io.teal.constructs.internal.traffic;

import io.teal.constructs.internal.common.ColorNames;
import io.teal.release.Color;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseNetworkListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkWeightedTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.constructs.Construct;

/**
 * A Network Load Balancer of the service's own. Across zones, because a colour at a small weight may have hosts in some
 * of them only.
 */
final class NetworkIngress extends OwnLoadBalancer<NetworkLoadBalancer, NetworkListener, NetworkTargetGroup> {
    private final TrafficRouterProps props;
    private final TrafficSettings options;

    NetworkIngress(Construct scope, TrafficRouterProps props, NetworkSettings network) {
        super(loadBalancer(scope, props));
        this.props = props;
        this.options = props.options();
        for (Color color : Color.values()) {
            NetworkTargetGroup targets = NetworkTargets.create(scope, color, props, network);
            NetworkListenerAction forward = NetworkListenerAction.forward(List.of(targets));
            add(color, targets, listener(ColorNames.of(color) + "Preview", options.previewPort(color), forward));
        }
        production(listener("Production", options.productionPort(), settled()));
    }

    private static NetworkLoadBalancer loadBalancer(Construct scope, TrafficRouterProps props) {
        TrafficSettings options = props.options();
        SecurityGroup group = SecurityGroup.Builder.create(scope, "SecurityGroup")
                .vpc(props.vpc())
                .description("Load balancer: clients in, fleets out")
                .allowAllOutbound(false)
                .build();
        NetworkLoadBalancer balancer = NetworkLoadBalancer.Builder.create(scope, "LoadBalancer")
                .vpc(props.vpc())
                .internetFacing(options.internetFacing())
                .securityGroups(List.of(group))
                .crossZoneEnabled(true)
                .deletionProtection(options.deletionProtection())
                .build();
        options.accessLogs().ifPresent(balancer::logAccessLogs);
        return balancer;
    }

    private NetworkListener listener(String id, int port, NetworkListenerAction action) {
        BaseNetworkListenerProps.Builder listener =
                BaseNetworkListenerProps.builder().port(port).defaultAction(action);
        if (!options.https()) {
            return own().addListener(id, listener.protocol(Protocol.TCP).build());
        }
        return own().addListener(
                        id,
                        listener.protocol(Protocol.TLS)
                                .certificates(options.certificates())
                                .sslPolicy(SslPolicy.TLS13_RES)
                                .build());
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
    public String url() {
        int usual = options.https() ? TrafficSettings.HTTPS_PORT : TrafficSettings.HTTP_PORT;
        return options.productionPort() == usual ? host() : host() + ":" + options.productionPort();
    }

    @Override
    public String previewUrl(Color color) {
        return host() + ":" + options.previewPort(color);
    }

    private String host() {
        return (options.https() ? "https://" : "http://") + own().getLoadBalancerDnsName();
    }
}
