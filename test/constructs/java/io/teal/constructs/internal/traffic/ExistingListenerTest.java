package io.teal.constructs.internal.traffic;

import static io.teal.constructs.testing.TealAssertions.assertThatTemplate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.teal.constructs.ExistingListener;
import io.teal.constructs.RefusalText;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.constructs.TrafficOptions;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;

/** A service behind a listener that is there already. */
@SuppressWarnings("unchecked")
class ExistingListenerTest {
    private static final String RULE = "OrdersTrafficProduction";
    private static final String BLUE_PREVIEW = "OrdersTrafficBluePreview";
    private static final String GREEN_PREVIEW = "OrdersTrafficGreenPreview";
    private static final String SHIFT = "OrdersCutoverShift";

    @Test
    void theRuleIsCreatedLastSoWhatServesBehindTheListenerGoesOnUntilThen() {
        SynthTemplate template = SampleService.both().behind(same -> same).synth();
        String rule = template.id(RULE);
        for (String earlier : List.of("OrdersBlueGroupASG", "OrdersGreenGroupASG", SHIFT)) {
            assertThat(template.graph().waits(rule, template.id(earlier)))
                    .as(earlier)
                    .isTrue();
        }
        assertThat(template.resources().keySet())
                .noneMatch(id -> template.graph().waits(id, rule));
    }

    @Test
    void theDeleteOfShiftWaitsUntilTheListenerHasForgottenTheRuleAndOnlyWhereItStays() {
        assertThat(SampleService.both().behind(same -> same).synth().properties(SHIFT))
                .containsEntry("Farewell", "120");
        assertThat(SampleService.both().synth().properties(SHIFT)).doesNotContainKey("Farewell");
    }

    @Test
    void theRuleIsOneOfTheListenersAndTakesItsWeightsFromShift() {
        SynthTemplate template = SampleService.both().behind(same -> same).synth();
        assertThat(template.properties(RULE))
                .containsEntry("ListenerArn", SampleService.LOAD_BALANCERS + "listener/app/shared/1a/2b")
                .containsEntry("Priority", 100)
                .containsEntry("Conditions", List.of(host()));
        assertThat(template.property(RULE, "Actions", 0, "ForwardConfig", "TargetGroups", 1, "Weight"))
                .isEqualTo(Map.of("Fn::GetAtt", List.of(template.id(SHIFT), "GreenWeight")));
    }

    @Test
    void theAssertionsForUsersReadItsWeights() {
        SynthTemplate template = SampleService.both().behind(same -> same).synth();
        assertThatTemplate(Map.of("Resources", template.resources()))
                .givesTraffic(100, 0)
                .updatesFleetsBeforeWeights();
    }

    @Test
    void thereIsNoLoadBalancerButThatOne() {
        SynthTemplate template = SampleService.both().behind(same -> same).synth();
        assertThat(template.ids("ElasticLoadBalancingV2::LoadBalancer")).isEmpty();
        assertThat(template.property(SHIFT, "LoadBalancer"))
                .isEqualTo(SampleService.LOAD_BALANCERS + "loadbalancer/app/shared/1a");
        assertThat(template.property("OrdersTrafficToFleets", "GroupId")).isEqualTo("sg-9");
    }

    @Test
    void alarmsNameTheLoadBalancerByTheEndOfItsArn() {
        SynthTemplate template = SampleService.both().behind(same -> same).synth();
        assertThat(template.properties("OrdersCutoverBlueHealthErrors").toString())
                .contains("Name=LoadBalancer, Value=app/shared/1a");
    }

    @Test
    void aTargetGroupIsNamedByAPreviewBeforeItsFleetBoots() {
        for (SynthTemplate template : List.of(
                SampleService.both().behind(same -> same).synth(),
                SampleService.both()
                        .behind(existing -> existing.previewHeader("x-teal-preview"))
                        .synth())) {
            assertThat(template.dependsOn("OrdersBlueGroupASG")).contains(BLUE_PREVIEW);
            assertThat(template.dependsOn("OrdersGreenGroupASG")).contains(GREEN_PREVIEW);
        }
    }

    @Test
    void withoutAPreviewHeaderTheLoadBalancerGetsPreviewListeners() {
        SynthTemplate template = SampleService.both().behind(same -> same).synth();
        assertThat(template.properties(GREEN_PREVIEW)).containsEntry("Port", 8082);
        assertThat(template.property(SHIFT, "GreenPreviewUrl")).isEqualTo("http://shared.example.net:8082");
    }

    @Test
    void aPreviewHeaderIsAskedForBeforeTheWeights() {
        SynthTemplate template = SampleService.both()
                .behind(existing -> existing.previewHeader("x-teal-preview"))
                .synth();
        assertThat(template.properties(BLUE_PREVIEW))
                .containsEntry("Priority", 98)
                .containsEntry("Conditions", List.of(host(), header("blue")));
        assertThat(template.properties(GREEN_PREVIEW))
                .containsEntry("Priority", 99)
                .containsEntry("Conditions", List.of(host(), header("green")));
        assertThat(template.ids("ElasticLoadBalancingV2::Listener")).isEmpty();
    }

    @Test
    void theSecretOfAPreviewStandsInItsRuleOnly() {
        SynthTemplate template = SampleService.both()
                .behind(existing ->
                        existing.previewHeader("x-teal-preview", SecretValue.secretsManager("preview-of-orders")))
                .synth();
        assertThat(template.properties(BLUE_PREVIEW).toString())
                .contains("blue-{{resolve:secretsmanager:preview-of-orders:SecretString:::}}");
        assertThat(template.properties(SHIFT).toString()).doesNotContain("preview-of-orders");
    }

    static List<UnaryOperator<ExistingListener.Builder>> changes() {
        return List.of(
                existing -> existing.priority(101),
                existing -> existing.conditions(ListenerCondition.pathPatterns(List.of("/orders/*"))),
                existing -> existing.previewHeader("x-teal-preview"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeOfTheRuleWakesPreflightAndShift(UnaryOperator<ExistingListener.Builder> change) {
        SynthTemplate before = SampleService.both().behind(same -> same).synth();
        SynthTemplate after = SampleService.both().behind(change).synth();
        assertThat(after.properties(SHIFT))
                .isNotEqualTo(before.properties(SHIFT))
                .isEqualTo(after.properties("OrdersCutoverPreflight"));
    }

    @Test
    void theFunctionMayChangeTheRuleWithItsTagOnly() {
        SynthTemplate template = SampleService.both().behind(same -> same).synth();
        String allowed = template.property("OrdersCutoverMachineryFunctionRole", "Policies")
                .toString();
        assertThat(allowed)
                .contains("{Action=elasticloadbalancing:ModifyRule, Condition={StringEquals="
                        + "{aws:ResourceTag/teal:release=shop-orders-release}}")
                .contains(":listener-rule/app/shared/1a/2b/*")
                .doesNotContain("elasticloadbalancing:ModifyListener");
        assertThat(template.property(RULE, "Tags"))
                .isEqualTo(List.of(Map.of("Key", "teal:release", "Value", "shop-orders-release")));
    }

    @Test
    void theOutputsSpeakOfTheRule() {
        Map<String, Map<String, Object>> outputs =
                SampleService.both().behind(same -> same).synth().outputs();
        assertThat(outputs).containsKey("OrdersProductionRule").doesNotContainKey("OrdersProductionListener");
        assertThat(outputs.get("OrdersRollbackToBlueCommand").toString())
                .contains("aws elbv2 modify-rule", " --rule-arn ", " --actions '[{");
        assertThat(outputs.get("OrdersWatchCommand").toString())
                .contains("aws elbv2 describe-rules", "Rules[].Actions[].ForwardConfig");
        assertThat(outputs.get("OrdersUrl")).containsEntry("Value", "https://orders.example.com");
    }

    @Test
    void previewPortsOpenToTheirClientsInTheLoadBalancersGroup() {
        SynthTemplate template = SampleService.both()
                .with((stack, props) -> props.traffic(TrafficOptions.builder()
                        .existingListener(SampleService.existingListener(stack).build())
                        .previewClients(Peer.ipv4("192.0.2.0/24"))
                        .build()))
                .synth();
        assertThat(template.ids("EC2::SecurityGroupIngress").stream()
                        .map(id -> (Map<String, Object>)
                                template.resources().get(id).get("Properties"))
                        .filter(rule -> "sg-9".equals(rule.get("GroupId")))
                        .map(rule -> rule.get("CidrIp") + ":" + rule.get("FromPort")))
                .containsExactlyInAnyOrder("192.0.2.0/24:8081", "192.0.2.0/24:8082");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused(existing -> existing.conditions(), "conditions must say which requests are the service's"),
                refused(existing -> existing.priority(0), "priority must be from 1 to 50000, got 0"),
                refused(existing -> existing.priority(50_001), "priority must be from 1 to 50000, got 50001"),
                refused(
                        existing -> existing.priority(2).previewHeader("x-teal-preview"),
                        "priority must be from 3 to 50000, got 2; the two before it are for the preview header"),
                refused(existing -> existing.url("orders.example.com"), "url must be http:// or https:// and a host"),
                refused(existing -> existing.url("https://orders.example.com/x"), "without a path"),
                refused(existing -> existing.previewHeader("x teal"), "previewHeader must be 1 to 40 letters"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aValueOutOfItsRangeIsRefused(UnaryOperator<ExistingListener.Builder> change, String message) {
        assertThatThrownBy(() -> change.apply(existing()).build())
                .extracting(RefusalText::of, STRING)
                .contains(message);
    }

    @Test
    void whatOnlyAnOwnLoadBalancerCanHaveIsRefused() {
        TrafficOptions.Builder options =
                TrafficOptions.builder().existingListener(existing().build());
        assertThatThrownBy(() -> options.clients(Peer.anyIpv4()).build())
                .hasMessageContaining("clients is a setting of the load balancer, and existingListener");
    }

    @Test
    void previewClientsAreRefusedWhereNoPortIsToOpen() {
        TrafficOptions.Builder options = TrafficOptions.builder()
                .existingListener(existing().previewHeader("x-teal-preview").build())
                .previewClients(Peer.anyIpv4());
        assertThatThrownBy(options::build).hasMessageContaining("with a preview header there are none");
    }

    private static Arguments refused(UnaryOperator<ExistingListener.Builder> change, String message) {
        return Arguments.of(change, message);
    }

    private static ExistingListener.Builder existing() {
        return SampleService.existingListener(SampleService.stack());
    }

    private static Map<String, Object> host() {
        return Map.of("Field", "host-header", "HostHeaderConfig", Map.of("Values", List.of("orders.example.com")));
    }

    private static Map<String, Object> header(String value) {
        return Map.of(
                "Field",
                "http-header",
                "HttpHeaderConfig",
                Map.of("HttpHeaderName", "x-teal-preview", "Values", List.of(value)));
    }
}
