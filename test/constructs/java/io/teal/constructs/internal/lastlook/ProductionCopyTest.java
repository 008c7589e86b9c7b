package io.teal.constructs.internal.lastlook;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;

/** Whatever changes the production listener wakes Preflight and Shift, by whatever way it was written: case C1. */
class ProductionCopyTest {
    private static final String PREFLIGHT = "OrdersCutoverPreflight";
    private static final String SHIFT = "OrdersCutoverShift";

    private static final Map<String, Consumer<BlueGreenService>> CHANGES = new TreeMap<>(Map.of(
            "a listener attribute",
            property(
                    "ListenerAttributes",
                    List.of(Map.of("Key", "routing.http.response.server.enabled", "Value", "no"))),
            "an SSL policy",
            property("SslPolicy", "ELBSecurityPolicy-TLS13-1-3-2021-06"),
            "mutual authentication",
            property("MutualAuthentication", Map.of("Mode", "passthrough")),
            "an explicit absence of stickiness",
            property("DefaultActions.0.ForwardConfig.TargetGroupStickinessConfig", Map.of("Enabled", false)),
            "a login",
            service -> {
                property("DefaultActions.1", Map.of("Type", "authenticate-oidc", "Order", 1))
                        .accept(service);
                property("DefaultActions.0.Order", 2).accept(service);
            },
            "a tag of the stack",
            service -> Stack.of(service).getTags().setTag("CostCenter", "shop"),
            "a tag of everything",
            service -> Tags.of(Stack.of(service)).add("CostCenter", "shop")));

    static List<String> changes() {
        return List.copyOf(CHANGES.keySet());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeBesideTealsOptionsWakesBoth(String change) {
        SynthTemplate before = SampleService.both().synth();
        SynthTemplate after = changed(CHANGES.get(change));
        assertThat(after.properties(SHIFT)).isNotEqualTo(before.properties(SHIFT));
        assertThat(after.properties(PREFLIGHT)).isEqualTo(after.properties(SHIFT));
    }

    @Test
    void theProductionListenerIsToldAsTextsAndWithoutItsWeights() {
        SynthTemplate template = SampleService.both().synth();
        Object blue = Map.of("TargetGroupArn", Map.of("Ref", template.id("OrdersTrafficBlueTargets")));
        Object green = Map.of("TargetGroupArn", Map.of("Ref", template.id("OrdersTrafficGreenTargets")));
        assertThat(template.property(SHIFT, "Production"))
                .isEqualTo(Map.of(
                        "DefaultActions",
                        List.of(Map.of(
                                "Type", "forward", "ForwardConfig", Map.of("TargetGroups", List.of(blue, green)))),
                        "LoadBalancerArn",
                        Map.of("Ref", template.id("OrdersTrafficLoadBalancer")),
                        "Port",
                        "80",
                        "Protocol",
                        "HTTP"));
        assertThat(template.properties(SHIFT)).doesNotContainKey("StackTags");
    }

    @Test
    void aRuleOnAnExistingListenerIsToldToo() {
        SynthTemplate template = SampleService.both().behind(options -> options).synth();
        assertThat(template.property(SHIFT, "Production", "Priority")).isEqualTo("100");
        assertThat(template.property(PREFLIGHT, "Production", "Tags").toString())
                .contains("teal:release");
    }

    @Test
    void noSecretIsTold() {
        Map<String, Object> oidc = Map.of("ClientId", "shop", "ClientSecret", "plain as day");
        SynthTemplate template = changed(service -> {
            property(
                            "DefaultActions.1",
                            Map.of("Type", "authenticate-oidc", "Order", 1, "AuthenticateOidcConfig", oidc))
                    .accept(service);
            property("DefaultActions.0.Order", 2).accept(service);
            property("SslPolicy", "{{resolve:secretsmanager:policy}}").accept(service);
        });
        String told = template.property(SHIFT, "Production").toString();
        assertThat(told).doesNotContain("plain as day", "{{resolve:").contains("ClientSecret=sha256 ");
    }

    private static Consumer<BlueGreenService> property(String path, Object value) {
        return service -> service.getRouter().getProduction().addPropertyOverride(path, value);
    }

    private static SynthTemplate changed(Consumer<BlueGreenService> change) {
        BlueGreenService service = SampleService.both().service();
        change.accept(service);
        return SynthTemplate.of(service);
    }
}
