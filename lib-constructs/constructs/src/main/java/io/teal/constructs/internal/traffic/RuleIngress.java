package io.teal.constructs.internal.traffic;

import io.teal.constructs.internal.common.L1;
import io.teal.release.Color;
import io.teal.release.cutover.CutoverMap;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ec2.Connections;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListenerRule;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.ILoadBalancerV2;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.constructs.Construct;

/**
 * A rule on an existing listener. It is created last, so the listener's other rules answer until the service's hosts
 * are healthy; the previews are created first, so that the load balancer checks their target groups.
 */
final class RuleIngress extends Ingress<ApplicationTargetGroup> {
    private final Construct scope;
    private final TrafficSettings options;
    private final ExistingListenerSettings existing;

    RuleIngress(Construct scope, TrafficRouterProps props, ExistingListenerSettings existing) {
        this.scope = scope;
        this.options = props.options();
        this.existing = existing;
        for (Color color : Color.values()) {
            ApplicationTargetGroup targets = ApplicationParts.targetGroup(scope, color, props);
            add(color, targets, newPreview(color, ListenerAction.forward(List.of(targets))));
        }
        ListenerAction weights = ApplicationParts.settled(props.release(), targetGroups(), options);
        production(
                rule("Production", existing.priority(), existing.conditions(), weights),
                weights,
                props.options().application());
        int before = existing.priority() - 1 - (existing.preview().isPresent() ? PreviewHeader.RULES : 0);
        candidate(CandidateRule.of(scope, props, targetGroups(), existing.listener(), before, existing.conditions()));
    }

    private CfnResource newPreview(Color color, ListenerAction forward) {
        String id = CutoverMap.name(color) + "Preview";
        return existing.preview()
                .map(header -> headerRule(id, color, header, forward))
                .orElseGet(() -> listener(id, options.previewPort(color), forward));
    }

    /** Before the production rule in order, with its conditions and one more. */
    private CfnResource headerRule(String id, Color color, PreviewHeader header, ListenerAction forward) {
        List<ListenerCondition> conditions = new ArrayList<>(existing.conditions());
        conditions.add(ListenerCondition.httpHeader(header.name(), List.of(header.value(color))));
        int priority = existing.priority() - PreviewHeader.RULES + color.ordinal();
        return rule(id, priority, conditions, forward);
    }

    private CfnResource rule(String id, int priority, List<ListenerCondition> conditions, ListenerAction action) {
        return L1.of(ApplicationListenerRule.Builder.create(scope, id)
                .listener(existing.listener())
                .priority(priority)
                .conditions(conditions)
                .action(action)
                .build());
    }

    /** In the service's own scope: the load balancer may be of another stack, and have several services. */
    private CfnResource listener(String id, int port, ListenerAction forward) {
        ApplicationListener.Builder listener = ApplicationListener.Builder.create(scope, id)
                .loadBalancer(existing.loadBalancer())
                .port(port)
                .open(false)
                .defaultAction(forward);
        if (!options.https()) {
            return L1.of(listener.protocol(ApplicationProtocol.HTTP).build());
        }
        return L1.of(listener.protocol(ApplicationProtocol.HTTPS)
                .certificates(options.certificates())
                .sslPolicy(SslPolicy.TLS13_RES)
                .build());
    }

    @Override
    ILoadBalancerV2 loadBalancer() {
        return existing.loadBalancer();
    }

    @Override
    String loadBalancerArn() {
        return existing.loadBalancer().getLoadBalancerArn();
    }

    @Override
    String loadBalancerFullName() {
        return existing.loadBalancer() instanceof ApplicationLoadBalancer known
                ? known.getLoadBalancerFullName()
                : Fn.select(1, Fn.split("loadbalancer/", loadBalancerArn()));
    }

    @Override
    Connections connections() {
        return existing.loadBalancer().getConnections();
    }

    @Override
    String actions() {
        return "Actions";
    }

    @Override
    String url() {
        return existing.url();
    }

    @Override
    String previewUrl(Color color) {
        if (existing.preview().isPresent()) {
            return url();
        }
        return options.scheme() + existing.loadBalancer().getLoadBalancerDnsName() + ":" + options.previewPort(color);
    }
}
