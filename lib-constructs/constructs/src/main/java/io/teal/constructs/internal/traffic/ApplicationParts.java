package io.teal.constructs.internal.traffic;

import io.teal.constructs.internal.common.L1;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.cutover.CutoverMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocolVersion;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ForwardOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.RedirectOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupBase;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.amazon.awscdk.services.elasticloadbalancingv2.WeightedTargetGroup;
import software.constructs.Construct;

/** Target groups, listeners and actions of an Application Load Balancer, Teal's own or an existing one. */
final class ApplicationParts {
    static final int HEALTH_CHECK_TIMEOUT_SECONDS = 5;
    static final int CHECKS_THAT_DECIDE = 2;

    private ApplicationParts() {}

    static ApplicationTargetGroup targetGroup(Construct scope, Color color, TrafficRouterProps props) {
        ApplicationTargetGroup targets =
                targetGroup(scope, CutoverMap.name(color) + "Targets", props.vpc(), props.options(), props.port(color));
        withoutDnsFailover(targets);
        return targets;
    }

    static ApplicationTargetGroup targetGroup(Construct scope, String id, IVpc vpc, TrafficSettings options, int port) {
        ApplicationTargetGroup.Builder targets = ApplicationTargetGroup.Builder.create(scope, id)
                .vpc(vpc)
                .targetType(TargetType.INSTANCE)
                .protocol(options.application().hosts().protocol())
                .port(port)
                .deregistrationDelay(options.deregistrationDelay())
                .healthCheck(healthCheck(options));
        HostProtocolSettings hosts = options.application().hosts();
        if (hosts.version() != ApplicationProtocolVersion.HTTP1) {
            targets.protocolVersion(hosts.version());
        }
        options.application()
                .sticky()
                .filter(StickySettings::host)
                .ifPresent(sticky -> targets.stickinessCookieDuration(sticky.duration()));
        return targets.build();
    }

    private static HealthCheck healthCheck(TrafficSettings options) {
        HostProtocolSettings hosts = options.application().hosts();
        HealthCheck.Builder check = HealthCheck.builder()
                .path(options.healthCheckPath())
                .interval(options.healthCheckInterval())
                .timeout(Duration.seconds(HEALTH_CHECK_TIMEOUT_SECONDS))
                .healthyThresholdCount(CHECKS_THAT_DECIDE)
                .unhealthyThresholdCount(CHECKS_THAT_DECIDE);
        if (hosts.encrypted()) {
            check.protocol(Protocol.HTTPS);
        }
        return hosts.codes(check).build();
    }

    /**
     * For Route 53 a load balancer is healthy if each of its target groups is: one colour that boots or has no hosts
     * would send the clients of a failover or latency record to another region.
     */
    static void withoutDnsFailover(TargetGroupBase targets) {
        targets.setAttribute("target_group_health.dns_failover.minimum_healthy_targets.count", "off");
    }

    /** Both weights as {@code release} settles them, after a login if there is one. */
    static ListenerAction settled(Release release, Map<Color, ApplicationTargetGroup> groups, TrafficSettings options) {
        List<WeightedTargetGroup> weights = Stream.of(Color.values())
                .map(color -> WeightedTargetGroup.builder()
                        .targetGroup(groups.get(color))
                        .weight(release.weight(color))
                        .build())
                .toList();
        return options.application()
                .loggedIn(options.application()
                        .sticky()
                        .map(sticky -> ListenerAction.weightedForward(
                                weights,
                                ForwardOptions.builder()
                                        .stickinessDuration(sticky.duration())
                                        .build()))
                        .orElseGet(() -> ListenerAction.weightedForward(weights)));
    }

    static ApplicationLoadBalancer loadBalancer(Construct scope, IVpc vpc, TrafficSettings options) {
        ApplicationLoadBalancer balancer = ApplicationLoadBalancer.Builder.create(scope, "LoadBalancer")
                .vpc(vpc)
                .internetFacing(options.internetFacing())
                .securityGroup(ClientRules.securityGroup(scope, vpc))
                .dropInvalidHeaderFields(true)
                .deletionProtection(options.deletionProtection())
                .build();
        options.accessLogs().ifPresent(balancer::logAccessLogs);
        return balancer;
    }

    /** The listener that takes clients, which {@code action} serves; with certificates, port 80 only redirects. */
    static ApplicationListener production(
            ApplicationLoadBalancer loadBalancer, TrafficSettings options, ListenerAction action) {
        ApplicationListener listener = loadBalancer.addListener(
                "Production",
                listener(options, options.productionPort())
                        .defaultAction(action)
                        .build());
        if (options.redirects()) {
            // A service that moves from HTTP to HTTPS holds port 80 until its production listener has moved.
            L1.order(L1.of(loadBalancer.addListener("Redirect", redirect(options))), L1.of(listener));
        }
        return listener;
    }

    static BaseApplicationListenerProps.Builder listener(TrafficSettings options, int port) {
        BaseApplicationListenerProps.Builder listener =
                BaseApplicationListenerProps.builder().port(port).open(false);
        if (!options.https()) {
            return listener.protocol(ApplicationProtocol.HTTP);
        }
        return listener.protocol(ApplicationProtocol.HTTPS)
                .certificates(options.certificates())
                .sslPolicy(SslPolicy.TLS13_RES);
    }

    private static BaseApplicationListenerProps redirect(TrafficSettings options) {
        return BaseApplicationListenerProps.builder()
                .port(TrafficSettings.HTTP_PORT)
                .protocol(ApplicationProtocol.HTTP)
                .open(false)
                .defaultAction(ListenerAction.redirect(RedirectOptions.builder()
                        .protocol("HTTPS")
                        .port(Integer.toString(options.productionPort()))
                        .permanent(true)
                        .build()))
                .build();
    }
}
