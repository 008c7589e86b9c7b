package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.internal.traffic.TrafficRouterProps;
import io.teal.release.Color;
import io.teal.release.Release;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.constructs.Construct;

class TrafficRouterTest {
    private static final String PRODUCTION = "OrdersTrafficLoadBalancerProduction";
    private static final String REDIRECT = "OrdersTrafficLoadBalancerRedirect";
    private static final String BLUE_PREVIEW = "OrdersTrafficLoadBalancerBluePreview";
    private static final String GREEN_PREVIEW = "OrdersTrafficLoadBalancerGreenPreview";
    private static final String CLIENTS = "OrdersTrafficSecurityGroup";
    private static final String TLS = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";

    @Test
    void withoutACertificateProductionIsPlainHttpOnPort80() {
        SynthTemplate template = SampleService.blueOnly().synth();
        assertThat(template.properties(PRODUCTION))
                .containsEntry("Port", 80)
                .containsEntry("Protocol", "HTTP")
                .doesNotContainKeys("Certificates", "SslPolicy");
        assertThat(template.ids("ElasticLoadBalancingV2::Listener")).hasSize(3);
    }

    @Test
    void withACertificateEveryListenerButTheRedirectSpeaksTls() {
        SynthTemplate template = SampleService.blueOnly().https().synth();
        for (String listener : List.of(PRODUCTION, BLUE_PREVIEW, GREEN_PREVIEW)) {
            assertThat(template.properties(listener))
                    .as(listener)
                    .containsEntry("Protocol", "HTTPS")
                    .containsEntry("SslPolicy", TLS)
                    .containsEntry("Certificates", List.of(Map.of("CertificateArn", SampleService.CERTIFICATE)));
        }
        assertThat(template.properties(PRODUCTION)).containsEntry("Port", 443);
    }

    @Test
    void withACertificatePort80Redirects() {
        SynthTemplate template = SampleService.blueOnly().https().synth();
        assertThat(template.properties(REDIRECT)).containsEntry("Port", 80).containsEntry("Protocol", "HTTP");
        assertThat(template.property(REDIRECT, "DefaultActions", 0, "RedirectConfig"))
                .isEqualTo(Map.of("Protocol", "HTTPS", "Port", "443", "StatusCode", "HTTP_301"));
    }

    @Test
    void port80IsFreeBeforeTheRedirectTakesIt() {
        SynthTemplate template = SampleService.blueOnly().https().synth();
        assertThat(template.graph().waits(template.id(REDIRECT), template.id(PRODUCTION)))
                .isTrue();
    }

    @Test
    void productionForwardsToBothGroupsAndKeepsNobody() {
        SynthTemplate template = SynthTemplate.of(alone());
        assertThat(template.property(PRODUCTION, "DefaultActions"))
                .isEqualTo(List.of(Map.of(
                        "Type",
                        "forward",
                        "ForwardConfig",
                        Map.of("TargetGroups", List.of(weight(template, "Blue", 100), weight(template, "Green", 0))))));
    }

    @Test
    void aPreviewPortReachesItsColorOnly() {
        SynthTemplate template = SampleService.blueOnly().synth();
        for (String color : List.of("Blue", "Green")) {
            assertThat(template.property("OrdersTrafficLoadBalancer" + color + "Preview", "DefaultActions"))
                    .isEqualTo(List.of(Map.of("Type", "forward", "TargetGroupArn", targets(template, color))));
        }
        assertThat(template.property(BLUE_PREVIEW, "Port")).isEqualTo(8081);
        assertThat(template.property(GREEN_PREVIEW, "Port")).isEqualTo(8082);
    }

    @Test
    void previewPortsCanBeChosen() {
        SynthTemplate template = SampleService.blueOnly()
                .traffic(options -> options.previewPorts(9001, 9002))
                .synth();
        assertThat(template.property(BLUE_PREVIEW, "Port")).isEqualTo(9001);
        assertThat(template.property(GREEN_PREVIEW, "Port")).isEqualTo(9002);
    }

    @Test
    void theWorldReachesProductionOnly() {
        assertThat(ingress(SampleService.blueOnly().synth())).containsExactly("0.0.0.0/0:80");
        assertThat(ingress(SampleService.blueOnly().https().synth()))
                .containsExactlyInAnyOrder("0.0.0.0/0:443", "0.0.0.0/0:80");
    }

    @Test
    void previewOpensToWhomItIsOpened() {
        // Given
        BlueGreenService service = SampleService.blueOnly().service();
        // When
        service.getRouter().allowPreviewFrom(Peer.ipv4("192.0.2.0/24"));
        // Then
        assertThat(ingress(SynthTemplate.of(service)))
                .containsExactlyInAnyOrder("0.0.0.0/0:80", "192.0.2.0/24:8081", "192.0.2.0/24:8082");
    }

    @Test
    void previewOpensToItsClients() {
        SynthTemplate template = SampleService.blueOnly()
                .traffic(options -> options.previewClients(Peer.ipv4("192.0.2.0/24"), Peer.ipv4("198.51.100.7/32")))
                .synth();
        assertThat(ingress(template))
                .containsExactlyInAnyOrder(
                        "0.0.0.0/0:80",
                        "192.0.2.0/24:8081",
                        "192.0.2.0/24:8082",
                        "198.51.100.7/32:8081",
                        "198.51.100.7/32:8082");
    }

    @Test
    void anInternalLoadBalancerServesItsVpc() {
        SynthTemplate template = SampleService.blueOnly()
                .traffic(options -> options.internetFacing(false))
                .synth();
        assertThat(template.property("OrdersTrafficLoadBalancer", "Scheme")).isEqualTo("internal");
        assertThat(template.property("OrdersTrafficLoadBalancer", "Subnets"))
                .isEqualTo(List.of("subnet-3", "subnet-4"));
        assertThat(ingress(template)).containsExactly("10.0.0.0/16:80");
    }

    @Test
    void namedClientsReplaceEverybody() {
        SynthTemplate template = SampleService.blueOnly()
                .traffic(options -> options.clients(Peer.ipv4("192.0.2.0/24"), Peer.ipv4("198.51.100.7/32")))
                .synth();
        assertThat(ingress(template)).containsExactlyInAnyOrder("192.0.2.0/24:80", "198.51.100.7/32:80");
    }

    @Test
    void aTargetGroupFindsADeadHostSoonAndLetsALeavingOneFinish() {
        SynthTemplate template = SampleService.blueOnly().synth();
        for (String color : List.of("Blue", "Green")) {
            assertThat(template.properties("OrdersTraffic" + color + "Targets"))
                    .containsEntry("HealthCheckPath", "/health")
                    .containsEntry("HealthCheckIntervalSeconds", 10)
                    .containsEntry("HealthCheckTimeoutSeconds", 5)
                    .containsEntry("HealthyThresholdCount", 2)
                    .containsEntry("UnhealthyThresholdCount", 2)
                    .containsEntry("TargetGroupAttributes", attributes("120"));
        }
    }

    @Test
    void theLoadBalancerReachesTheFleetsOnTheApplicationsPortOnly() {
        SynthTemplate template = SampleService.blueOnly()
                .traffic(options -> options.applicationPort(3000))
                .synth();
        for (String rule : List.of("OrdersTrafficIntoFleets", "OrdersTrafficToFleets")) {
            assertThat(template.properties(rule))
                    .containsEntry("FromPort", 3000)
                    .containsEntry("ToPort", 3000)
                    .containsEntry("IpProtocol", "tcp");
        }
        assertThat(template.ids("EC2::SecurityGroupIngress")).hasSize(1);
    }

    /** C11. */
    @Test
    void aHealthCheckOnAPortThatNobodyOpensIsRefused() {
        BlueGreenService service = SampleService.blueOnly().service();
        ((ApplicationTargetGroup) service.getRouter().getTargetGroup(Color.GREEN))
                .configureHealthCheck(
                        HealthCheck.builder().path("/live").port("9000").build());
        assertThatThrownBy(() -> SynthTemplate.of(service))
                .hasMessageContaining(
                        "[shop] shop/Orders/Traffic/GreenTargets: the health check is on port 9000, and the load"
                                + " balancer reaches the hosts on port 8080 only; answer it there");
    }

    @Test
    void aServiceVerifiesHealthAndNeedsNoWarning() {
        warnings(SampleService.both().service()).hasNoWarning("*", Match.anyValue());
    }

    /** A router without a service, as in a pair made by hand; its logical ids are a service's. */
    private static TrafficRouter alone() {
        App app = new App(AppProps.builder().outdir(SampleService.OUT).build());
        Stack stack = new Stack(app, SampleService.STACK);
        IVpc vpc = SampleService.existingVpc(stack);
        Construct service = new Construct(stack, "Orders");
        TrafficRouterProps props = new TrafficRouterProps(
                vpc,
                Release.first(Color.BLUE, SampleService.ONE).start(SampleService.TWO),
                SecurityGroup.Builder.create(stack, "Fleets").vpc(vpc).build(),
                TrafficOptions.builder().build().settings,
                OptionalInt.empty());
        return new TrafficRouter(service, "Traffic", props);
    }

    private static Annotations warnings(Construct construct) {
        return Annotations.fromStack(Stack.of(construct));
    }

    /** Who may come in by which port, as {@code who:port}. */
    @SuppressWarnings("unchecked")
    private static List<String> ingress(SynthTemplate template) {
        return ((List<Map<String, Object>>) template.property(CLIENTS, "SecurityGroupIngress"))
                .stream()
                        .map(rule -> rule.get("CidrIp") + ":" + rule.get("FromPort"))
                        .toList();
    }

    private static Map<String, Object> weight(SynthTemplate template, String color, int weight) {
        return Map.of("TargetGroupArn", targets(template, color), "Weight", weight);
    }

    private static Map<String, Object> targets(SynthTemplate template, String color) {
        return Map.of("Ref", template.id("OrdersTraffic" + color + "Targets"));
    }

    private static List<Map<String, String>> attributes(String delay) {
        return List.of(
                Map.of("Key", "deregistration_delay.timeout_seconds", "Value", delay),
                Map.of("Key", "stickiness.enabled", "Value", "false"),
                Map.of("Key", "target_group_health.dns_failover.minimum_healthy_targets.count", "Value", "off"));
    }
}
