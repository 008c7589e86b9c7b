package io.teal.constructs.internal.traffic;

import static io.teal.constructs.testing.TealAssertions.assertThatTemplate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.teal.constructs.CutoverOptions;
import io.teal.constructs.NetworkOptions;
import io.teal.constructs.RefusalText;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.constructs.TrafficOptions;
import io.teal.release.InvalidValueException;
import io.teal.release.Strategy;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.step.Evidence;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;

/** A service behind a Network Load Balancer. */
@SuppressWarnings("unchecked")
class NetworkLoadBalancerTest {
    private static final String BALANCER = "OrdersTrafficLoadBalancer";
    private static final String PRODUCTION = "OrdersTrafficLoadBalancerProduction";
    private static final String SHIFT = "OrdersCutoverShift";

    @Test
    void theDefaultActionSharesConnectionsByShiftsWeights() {
        SynthTemplate template = network().synth();
        assertThat(template.properties(PRODUCTION))
                .containsEntry("Protocol", "TCP")
                .containsEntry("Port", 80);
        assertThat(template.property(PRODUCTION, "DefaultActions", 0, "ForwardConfig", "TargetGroups", 0, "Weight"))
                .isEqualTo(Map.of("Fn::GetAtt", List.of(template.id(SHIFT), "BlueWeight")));
        assertThat(template.property(PRODUCTION, "DefaultActions", 0, "ForwardConfig")
                        .toString())
                .doesNotContain("Stickiness");
        assertThatTemplate(Map.of("Resources", template.resources()))
                .givesTraffic(100, 0)
                .updatesFleetsBeforeWeights();
    }

    @Test
    void certificatesMakeItsListenersTls() {
        SynthTemplate template = network(options -> options.network(
                                NetworkOptions.builder().port(8443).build())
                        .certificates(ListenerCertificate.fromArn(SampleService.CERTIFICATE)))
                .synth();
        assertThat(template.properties(PRODUCTION))
                .containsEntry("Protocol", "TLS")
                .containsEntry("Port", 8443);
        assertThat(template.ids("ElasticLoadBalancingV2::Listener")).hasSize(3);
        assertThat(template.outputs().get("OrdersUrl").toString()).contains("https://", ":8443");
    }

    @Test
    void itHasASecurityGroupAndSpansItsZones() {
        SynthTemplate template = network().synth();
        assertThat(template.properties(BALANCER))
                .containsEntry("Type", "network")
                .containsKey("SecurityGroups");
        assertThat(attributes(template, BALANCER, "LoadBalancerAttributes"))
                .contains(Map.of("Key", "load_balancing.cross_zone.enabled", "Value", "true"));
        assertThat(template.property("OrdersTrafficSecurityGroup", "SecurityGroupIngress")
                        .toString())
                .contains("0.0.0.0/0", "FromPort=80");
    }

    @Test
    void aHostThatLeavesHasItsConnectionsClosedAtTheEndOfTheDelay() {
        assertThat(attributes(network().synth(), "OrdersTrafficBlueTargets", "TargetGroupAttributes"))
                .contains(
                        Map.of("Key", "deregistration_delay.timeout_seconds", "Value", "120"),
                        Map.of("Key", "deregistration_delay.connection_termination.enabled", "Value", "true"));
    }

    @Test
    void healthIsAskedByHttpUnlessTheServiceSpeaksNone() {
        assertThat(network().synth().properties("OrdersTrafficBlueTargets"))
                .containsEntry("Protocol", "TCP")
                .containsEntry("HealthCheckProtocol", "HTTP")
                .containsEntry("HealthCheckPath", "/health");
        SampleService tcp = network(options -> options.network(
                NetworkOptions.builder().healthCheck(Protocol.TCP).build()));
        assertThat(tcp.synth().properties("OrdersTrafficBlueTargets"))
                .containsEntry("HealthCheckProtocol", "TCP")
                .doesNotContainKey("HealthCheckPath");
    }

    @Test
    void anotherProtocolOfTheHealthCheckIsRefused() {
        assertThatThrownBy(() ->
                        NetworkOptions.builder().healthCheck(Protocol.HTTPS).build())
                .hasMessage("healthCheck must be HTTP or TCP, got HTTPS");
    }

    @Test
    void aChangeOfTheHealthCheckOrPortWakesPreflightAndShift() {
        Map<String, Object> before = network().synth().properties(SHIFT);
        for (NetworkOptions changed : List.of(
                NetworkOptions.builder().healthCheck(Protocol.TCP).build(),
                NetworkOptions.builder().port(81).build())) {
            assertThat(network(options -> options.network(changed)).synth().properties(SHIFT))
                    .isNotEqualTo(before);
        }
    }

    @Test
    void eachChangeIsHeldForTenMinutesAndSilenceIsAllowed() {
        CutoverProperties read = CutoverMap.read(network().synth().properties(SHIFT));
        assertThat(read.timing().spread()).isEqualTo(Duration.ofMinutes(10));
        assertThat(read.gating().evidence()).isEqualTo(Evidence.IF_ANY);
    }

    @Test
    void anOwnSpreadIsKept() {
        CutoverProperties read = CutoverMap.read(network()
                .with((stack, props) -> props.cutover(CutoverOptions.builder()
                        .spread(software.amazon.awscdk.Duration.minutes(3))
                        .build()))
                .synth()
                .properties(SHIFT));
        assertThat(read.timing().spread()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void theRefusalOfALongStrategySaysWhatTakesTheTime() {
        SampleService service = network()
                .with((stack, props) -> props.cutover(CutoverOptions.builder()
                        .strategy(Strategy.parse("linear:25%,5m"))
                        .build()));
        assertThatThrownBy(service::service)
                .isInstanceOf(InvalidValueException.class)
                .extracting(RefusalText::of, STRING)
                .contains("behind a Network Load Balancer each change of weights is held for 600 s");
    }

    @Test
    void evidenceOfRequestsIsRefusedBecauseNobodyCountsThem() {
        SampleService service = network()
                .with((stack, props) -> props.cutover(
                        CutoverOptions.builder().evidence(Evidence.REQUIRED).build()));
        assertThatThrownBy(service::service)
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("a Network Load Balancer counts none");
    }

    @Test
    void alarmsSpeakOfLostHostsAndResetsAndNotOfAnswers() {
        SynthTemplate template = network().synth();
        assertThat(template.ids("CloudWatch::Alarm").stream().map(SynthTemplate::withoutHash))
                .containsExactlyInAnyOrder(
                        "OrdersCutoverBlueHealthUnhealthyHosts",
                        "OrdersCutoverGreenHealthUnhealthyHosts",
                        "OrdersCutoverResets");
        assertThat(template.properties("OrdersCutoverResets").toString())
                .contains("AWS/NetworkELB", "TCP_Target_Reset_Count", "NewFlowCount")
                .doesNotContain("TargetGroup,");
        assertThat(template.properties("OrdersCutoverBlueHealthUnhealthyHosts").toString())
                .contains("AWS/NetworkELB", "UnHealthyHostCount");
        assertThat(template.property(SHIFT, "Alarms").toString()).contains("OrdersCutoverResets");
        assertThat(template.dependsOn(SHIFT)).anyMatch(id -> id.startsWith("OrdersCutoverResets"));
    }

    @Test
    void codeDeployTakesHostsOutOfItsTargetGroups() {
        SynthTemplate template = network().codeDeploy(0).synth();
        assertThat(template.property("OrdersCodeDeployBlue", "LoadBalancerInfo", "TargetGroupInfoList")
                        .toString())
                .contains("OrdersTrafficBlueTargets");
    }

    @Test
    void previewOpensToItsClientsOnly() {
        SynthTemplate template = network(options ->
                        options.network(NetworkOptions.builder().build()).previewClients(Peer.ipv4("192.0.2.0/24")))
                .synth();
        assertThat((List<Object>) template.property("OrdersTrafficSecurityGroup", "SecurityGroupIngress"))
                .hasSize(3)
                .anyMatch(rule -> rule.toString().contains("192.0.2.0/24")
                        && rule.toString().contains("FromPort=8081"));
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        NetworkOptions defaults = NetworkOptions.builder().build();
        assertThatThrownBy(() -> TrafficOptions.builder()
                        .network(defaults)
                        .deregistrationDelay(software.amazon.awscdk.Duration.seconds(119))
                        .build())
                .hasMessageContaining("deregistrationDelay on a Network Load Balancer must be from 120 to 3600");
        assertThatThrownBy(() -> TrafficOptions.builder()
                        .network(NetworkOptions.builder().port(8081).build())
                        .build())
                .hasMessageContaining("preview port 8081 is taken by production");
        assertThatThrownBy(() -> NetworkOptions.builder().port(0).build()).hasMessageContaining("port must be");
    }

    private static SampleService network() {
        return network(options -> options.network(NetworkOptions.builder().build()));
    }

    private static SampleService network(java.util.function.UnaryOperator<TrafficOptions.Builder> change) {
        return SampleService.both().traffic(change);
    }

    private static List<Map<String, String>> attributes(SynthTemplate template, String id, String property) {
        return (List<Map<String, String>>) template.property(id, property);
    }
}
