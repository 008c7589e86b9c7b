package io.teal.constructs.traffic;

import io.teal.constructs.support.ColorNames;
import io.teal.release.Color;
import java.util.List;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupEgress;
import software.amazon.awscdk.services.ec2.CfnSecurityGroupIngress;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.RedirectOptions;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetType;
import software.constructs.Construct;

/** Makes the resources of a {@link TrafficRouter}, with Teal's settings. */
final class RouterParts {
    private static final int HEALTH_CHECK_TIMEOUT_SECONDS = 5;
    private static final int CHECKS_THAT_DECIDE = 2;

    private final Construct scope;
    private final TrafficRouterProps props;
    private final TrafficOptions options;

    RouterParts(Construct scope, TrafficRouterProps props) {
        this.scope = scope;
        this.props = props;
        this.options = props.options();
    }

    ApplicationLoadBalancer loadBalancer() {
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

    ApplicationTargetGroup targetGroup(Color color) {
        return ApplicationTargetGroup.Builder.create(scope, ColorNames.of(color) + "Targets")
                .vpc(props.vpc())
                .targetType(TargetType.INSTANCE)
                .protocol(ApplicationProtocol.HTTP)
                .port(options.applicationPort())
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

    ApplicationListener previewListener(Color color, ApplicationLoadBalancer balancer, ApplicationTargetGroup targets) {
        int port = color == Color.BLUE ? options.bluePreviewPort() : options.greenPreviewPort();
        return balancer.addListener(
                ColorNames.of(color) + "Preview",
                listener(port)
                        .defaultAction(ListenerAction.forward(List.of(targets)))
                        .build());
    }

    ApplicationListener productionListener(ApplicationLoadBalancer balancer, ListenerAction weights) {
        ApplicationListener production = balancer.addListener(
                "Production",
                listener(options.productionPort()).defaultAction(weights).build());
        if (options.https()) {
            // A service that moves from HTTP to HTTPS holds port 80 until its production listener has moved.
            resource(balancer.addListener("Redirect", redirect())).addResourceDependency(resource(production));
        }
        return production;
    }

    /** As resources with names of their own: the L2's carry the port and the stack's name in their logical ids. */
    List<CfnResource> fleetRules(ApplicationLoadBalancer balancer) {
        String balancerGroup =
                balancer.getConnections().getSecurityGroups().get(0).getSecurityGroupId();
        String fleetGroup = props.fleetSecurityGroup().getSecurityGroupId();
        CfnSecurityGroupIngress in = CfnSecurityGroupIngress.Builder.create(scope, "IntoFleets")
                .groupId(fleetGroup)
                .sourceSecurityGroupId(balancerGroup)
                .ipProtocol("tcp")
                .fromPort(options.applicationPort())
                .toPort(options.applicationPort())
                .description("From the load balancer")
                .build();
        CfnSecurityGroupEgress out = CfnSecurityGroupEgress.Builder.create(scope, "ToFleets")
                .groupId(balancerGroup)
                .destinationSecurityGroupId(fleetGroup)
                .ipProtocol("tcp")
                .fromPort(options.applicationPort())
                .toPort(options.applicationPort())
                .description("To the fleets")
                .build();
        return List.of(in, out);
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

    private static CfnResource resource(ApplicationListener listener) {
        return (CfnResource) listener.getNode().getDefaultChild();
    }
}
