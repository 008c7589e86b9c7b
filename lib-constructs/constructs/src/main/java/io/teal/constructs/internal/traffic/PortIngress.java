package io.teal.constructs.internal.traffic;

import io.teal.constructs.internal.common.L1;
import io.teal.release.Color;
import io.teal.release.cutover.CutoverMap;
import java.util.List;
import java.util.OptionalInt;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.ILoadBalancerV2;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.constructs.Construct;

/**
 * One more port of a service, on the load balancer that it has: a production listener and a preview for each colour.
 */
final class PortIngress extends Ingress<ApplicationTargetGroup> {
    private static final int FIRST = 1;

    private final Construct scope;
    private final ApplicationLoadBalancer loadBalancer;
    private final TrafficSettings options;

    /** In {@code scope}, as {@code props} describe the port alone. */
    PortIngress(Construct scope, ApplicationLoadBalancer loadBalancer, TrafficRouterProps props) {
        this.scope = scope;
        this.loadBalancer = loadBalancer;
        this.options = props.options();
        for (Color color : Color.values()) {
            ApplicationTargetGroup targets = ApplicationParts.targetGroup(scope, color, props);
            ListenerAction forward = ListenerAction.forward(List.of(targets));
            String id = CutoverMap.name(color) + "Preview";
            add(color, targets, L1.of(listener(id, options.previewPort(color), forward)));
        }
        ListenerAction weights = ApplicationParts.settled(props.release(), targetGroups(), options);
        ApplicationListener listener = listener("Production", options.productionPort(), weights);
        production(L1.of(listener), weights, options.application());
        candidate(CandidateRule.of(scope, props, targetGroups(), listener, FIRST, List.of()));
    }

    private ApplicationListener listener(String id, int port, ListenerAction action) {
        ApplicationListener.Builder listener = ApplicationListener.Builder.create(scope, id)
                .loadBalancer(loadBalancer)
                .port(port)
                .open(false)
                .defaultAction(action);
        if (!options.https()) {
            return listener.protocol(ApplicationProtocol.HTTP).build();
        }
        return listener.protocol(ApplicationProtocol.HTTPS)
                .certificates(options.certificates())
                .sslPolicy(SslPolicy.TLS13_RES)
                .build();
    }

    /** What lets the load balancer reach the hosts there, unless {@code open} has that port already. */
    List<CfnResource> fleetRules(TrafficRouterProps own, List<Integer> open) {
        return open.contains(options.applicationPort())
                ? List.of()
                : FleetRules.create(
                        scope, connections(), own.fleetSecurityGroup(), options.applicationPort(), OptionalInt.empty());
    }

    @Override
    ILoadBalancerV2 loadBalancer() {
        return loadBalancer;
    }

    @Override
    String loadBalancerArn() {
        return loadBalancer.getLoadBalancerArn();
    }

    @Override
    String loadBalancerFullName() {
        return loadBalancer.getLoadBalancerFullName();
    }

    @Override
    Connections connections() {
        return loadBalancer.getConnections();
    }

    @Override
    String actions() {
        return "DefaultActions";
    }

    @Override
    String url() {
        return options.scheme() + loadBalancer.getLoadBalancerDnsName() + options.portOfUrl();
    }

    @Override
    String previewUrl(Color color) {
        return options.scheme() + loadBalancer.getLoadBalancerDnsName() + ":" + options.previewPort(color);
    }
}
