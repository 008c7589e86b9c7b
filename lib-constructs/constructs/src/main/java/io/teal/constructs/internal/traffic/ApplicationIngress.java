package io.teal.constructs.internal.traffic;

import io.teal.constructs.internal.common.L1;
import io.teal.release.Color;
import io.teal.release.cutover.CutoverMap;
import java.util.List;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.constructs.Construct;

/** An Application Load Balancer of the service's own, with a production listener and a preview listener for each. */
final class ApplicationIngress extends OwnLoadBalancer<ApplicationLoadBalancer, ApplicationTargetGroup> {
    private static final int FIRST = 1;

    private final TrafficSettings options;

    ApplicationIngress(Construct scope, TrafficRouterProps props) {
        super(ApplicationParts.loadBalancer(scope, props.vpc(), props.options()));
        this.options = props.options();
        for (Color color : Color.values()) {
            ApplicationTargetGroup targets = ApplicationParts.targetGroup(scope, color, props);
            add(color, targets, preview(color, targets));
        }
        ListenerAction weights = ApplicationParts.settled(props.release(), targetGroups(), options);
        ApplicationListener listener = ApplicationParts.production(loadBalancer(), options, weights);
        production(L1.of(listener), weights, options.application());
        candidate(CandidateRule.of(scope, props, targetGroups(), listener, FIRST, List.of()));
    }

    private CfnResource preview(Color color, ApplicationTargetGroup targets) {
        return L1.of(loadBalancer()
                .addListener(
                        CutoverMap.name(color) + "Preview",
                        ApplicationParts.listener(options, options.previewPort(color))
                                .defaultAction(ListenerAction.forward(List.of(targets)))
                                .build()));
    }

    @Override
    String url() {
        return options.scheme() + dnsName() + options.portOfUrl();
    }

    @Override
    String previewUrl(Color color) {
        return options.scheme() + dnsName() + ":" + options.previewPort(color);
    }
}
