package io.teal.constructs.traffic;

import io.teal.constructs.support.ColorNames;
import io.teal.release.Color;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseNetworkListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ILoadBalancerV2;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkWeightedTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupBase;
import software.constructs.Construct;

/**
 * A Network Load Balancer of the service's own. Across zones, because a colour at a small weight may have hosts in some
 * of them only.
 */
final class NetworkEntry implements Entry {
    private final TrafficRouterProps props;
    private final TrafficOptions options;
    private final NetworkLoadBalancer loadBalancer;
    private final Map<Color, NetworkTargetGroup> targetGroups = new EnumMap<>(Color.class);
    private final Map<Color, NetworkListener> previews = new EnumMap<>(Color.class);
    private final NetworkListener production;

    NetworkEntry(Construct scope, TrafficRouterProps props, NetworkOptions network) {
        this.props = props;
        this.options = props.options();
        this.loadBalancer = newLoadBalancer(scope);
        for (Color color : Color.values()) {
            NetworkTargetGroup targets = NetworkTargets.create(scope, color, props, network);
            targetGroups.put(color, targets);
            NetworkListenerAction forward = NetworkListenerAction.forward(List.of(targets));
            previews.put(color, listener(ColorNames.of(color) + "Preview", options.previewPort(color), forward));
        }
        this.production = listener("Production", options.productionPort(), settled());
    }

    private NetworkLoadBalancer newLoadBalancer(Construct scope) {
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
            return loadBalancer.addListener(id, listener.protocol(Protocol.TCP).build());
        }
        return loadBalancer.addListener(
                id,
                listener.protocol(Protocol.TLS)
                        .certificates(options.certificates())
                        .sslPolicy(SslPolicy.TLS13_RES)
                        .build());
    }

    private NetworkListenerAction settled() {
        return NetworkListenerAction.weightedForward(Stream.of(Color.values())
                .map(color -> NetworkWeightedTargetGroup.builder()
                        .targetGroup(targetGroups.get(color))
                        .weight(props.release().weight(color))
                        .build())
                .toList());
    }

    @Override
    public ILoadBalancerV2 loadBalancer() {
        return loadBalancer;
    }

    @Override
    public String loadBalancerArn() {
        return loadBalancer.getLoadBalancerArn();
    }

    @Override
    public String loadBalancerFullName() {
        return loadBalancer.getLoadBalancerFullName();
    }

    @Override
    public Connections connections() {
        return loadBalancer.getConnections();
    }

    @Override
    public TargetGroupBase targetGroup(Color color) {
        return targetGroups.get(color);
    }

    @Override
    public CfnResource preview(Color color) {
        return resource(previews.get(color));
    }

    @Override
    public CfnResource production() {
        return resource(production);
    }

    @Override
    public String actions() {
        return "DefaultActions";
    }

    /** For a service that speaks HTTP; one that does not takes host and port from it. */
    @Override
    public String url() {
        int usual = options.https() ? TrafficOptions.HTTPS_PORT : TrafficOptions.HTTP_PORT;
        return options.productionPort() == usual ? host() : host() + ":" + options.productionPort();
    }

    @Override
    public String previewUrl(Color color) {
        return host() + ":" + options.previewPort(color);
    }

    private String host() {
        return (options.https() ? "https://" : "http://") + loadBalancer.getLoadBalancerDnsName();
    }

    private static CfnResource resource(NetworkListener listener) {
        return (CfnResource) listener.getNode().getDefaultChild();
    }
}
