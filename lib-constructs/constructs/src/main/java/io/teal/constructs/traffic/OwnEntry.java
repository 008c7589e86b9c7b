package io.teal.constructs.traffic;

import io.teal.constructs.support.ColorNames;
import io.teal.release.Color;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.ILoadBalancerV2;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
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
        this.loadBalancer = ApplicationParts.loadBalancer(scope, props.vpc(), options);
        for (Color color : Color.values()) {
            targetGroups.put(color, ApplicationParts.targetGroup(scope, color, props));
            previews.put(color, previewListener(color));
        }
        this.production = productionListener();
    }

    private ApplicationListener previewListener(Color color) {
        return loadBalancer.addListener(
                ColorNames.of(color) + "Preview",
                ApplicationParts.listener(options, options.previewPort(color))
                        .defaultAction(ListenerAction.forward(List.of(targetGroups.get(color))))
                        .build());
    }

    private ApplicationListener productionListener() {
        return ApplicationParts.production(
                loadBalancer, options, ApplicationParts.settled(props.release(), targetGroups));
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
