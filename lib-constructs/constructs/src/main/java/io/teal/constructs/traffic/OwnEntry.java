package io.teal.constructs.traffic;

import io.teal.constructs.support.ColorNames;
import io.teal.release.Color;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ILoadBalancerV2;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.RedirectOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupBase;
import software.constructs.Construct;

/** An Application Load Balancer of the service's own, with a production listener and a preview listener for each. */
final class OwnEntry implements Entry {
    private final TrafficRouterProps props;
    private final TrafficOptions options;
    private final ApplicationLoadBalancer loadBalancer;
    private final Map<Color, ApplicationTargetGroup> targetGroups = new EnumMap<>(Color.class);
    private final Map<Color, ApplicationListener> previews = new EnumMap<>(Color.class);
    private final ApplicationListener production;

    OwnEntry(Construct scope, TrafficRouterProps props) {
        this.props = props;
        this.options = props.options();
        this.loadBalancer = newLoadBalancer(scope);
        for (Color color : Color.values()) {
            targetGroups.put(color, ApplicationParts.targetGroup(scope, color, props));
            previews.put(color, previewListener(color));
        }
        this.production = productionListener();
    }

    private ApplicationLoadBalancer newLoadBalancer(Construct scope) {
        SecurityGroup group = SecurityGroup.Builder.create(scope, "SecurityGroup")
                .vpc(props.vpc())
                .description("Load balancer: clients in, fleets out")
                .allowAllOutbound(false)
                .build();
        ApplicationLoadBalancer balancer = ApplicationLoadBalancer.Builder.create(scope, "LoadBalancer")
                .vpc(props.vpc())
                .internetFacing(options.internetFacing())
                .securityGroup(group)
                .dropInvalidHeaderFields(true)
                .deletionProtection(options.deletionProtection())
                .build();
        options.accessLogs().ifPresent(balancer::logAccessLogs);
        return balancer;
    }

    private ApplicationListener previewListener(Color color) {
        return loadBalancer.addListener(
                ColorNames.of(color) + "Preview",
                listener(options.previewPort(color))
                        .defaultAction(ListenerAction.forward(List.of(targetGroups.get(color))))
                        .build());
    }

    private ApplicationListener productionListener() {
        ApplicationListener listener = loadBalancer.addListener(
                "Production",
                listener(options.productionPort())
                        .defaultAction(ApplicationParts.settled(props.release(), targetGroups))
                        .build());
        if (options.https()) {
            // A service that moves from HTTP to HTTPS holds port 80 until its production listener has moved.
            resource(loadBalancer.addListener("Redirect", redirect())).addResourceDependency(resource(listener));
        }
        return listener;
    }

    private BaseApplicationListenerProps.Builder listener(int port) {
        BaseApplicationListenerProps.Builder listener =
                BaseApplicationListenerProps.builder().port(port).open(false);
        if (!options.https()) {
            return listener.protocol(ApplicationProtocol.HTTP);
        }
        return listener.protocol(ApplicationProtocol.HTTPS)
                .certificates(options.certificates())
                .sslPolicy(SslPolicy.TLS13_RES);
    }

    private BaseApplicationListenerProps redirect() {
        return BaseApplicationListenerProps.builder()
                .port(TrafficOptions.HTTP_PORT)
                .protocol(ApplicationProtocol.HTTP)
                .open(false)
                .defaultAction(ListenerAction.redirect(RedirectOptions.builder()
                        .protocol("HTTPS")
                        .port(Integer.toString(TrafficOptions.HTTPS_PORT))
                        .permanent(true)
                        .build()))
                .build();
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

    @Override
    public String url() {
        return (options.https() ? "https://" : "http://") + loadBalancer.getLoadBalancerDnsName();
    }

    @Override
    public String previewUrl(Color color) {
        return url() + ":" + options.previewPort(color);
    }

    private static CfnResource resource(ApplicationListener listener) {
        return (CfnResource) listener.getNode().getDefaultChild();
    }
}
