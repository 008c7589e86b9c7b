package io.teal.constructs.internal.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.ApplicationOptions;
import io.teal.constructs.ExistingListener;
import io.teal.constructs.OneFleetService;
import io.teal.constructs.RollingOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.constructs.TrafficOptions;
import io.teal.constructs.Way;
import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCondition;

/** Who gets the candidate: a rule that is there while one rests. */
class CandidateRuleTest {
    private static final Release STARTED =
            Release.first(Color.BLUE, SampleService.ONE).start(SampleService.TWO);
    private static final Release RESTS = STARTED.rest(5);
    private static final String RULE = "OrdersTrafficCandidate";

    private static ApplicationOptions beta() {
        return ApplicationOptions.builder()
                .candidateByHeader("X-Group", "beta", "staff")
                .build();
    }

    private static SynthTemplate synth(Release release, ApplicationOptions options) {
        return SampleService.of(release)
                .with((stack, props) -> props.traffic(
                        TrafficOptions.builder().application(options).build()))
                .synth();
    }

    private static SynthTemplate behind(UnaryOperator<ExistingListener.Builder> change) {
        return SampleService.of(RESTS)
                .with((stack, props) -> props.traffic(TrafficOptions.builder()
                        .existingListener(change.apply(SampleService.existingListener(stack))
                                .build())
                        .application(beta())
                        .build()))
                .synth();
    }

    @Test
    void chosenRequestsGoToTheCandidateAloneAfterShift() {
        SynthTemplate template = synth(RESTS, beta());
        assertThat(template.property(RULE, "Conditions"))
                .isEqualTo(List.of(Map.of(
                        "Field",
                        "http-header",
                        "HttpHeaderConfig",
                        Map.of("HttpHeaderName", "X-Group", "Values", List.of("beta", "staff")))));
        assertThat(template.property(RULE, "Actions", 0, "TargetGroupArn"))
                .isEqualTo(Map.of("Ref", template.id("OrdersTrafficGreenTargets")));
        assertThat(template.property(RULE, "Priority")).isEqualTo(1);
        assertThat(template.dependsOn(RULE)).contains("OrdersCutoverShift", "OrdersCutoverCandidateFarewell");
    }

    /** CloudFormation deletes in reverse: the rule, the farewell, the fleet. */
    @Test
    void aFleetThatGoesWaitsUntilTheRuleIsForgotten() {
        SynthTemplate template = synth(RESTS, beta());
        assertThat(template.property("OrdersCutoverCandidateFarewell", "Farewell"))
                .isEqualTo("120");
        assertThat(template.dependsOn("OrdersCutoverCandidateFarewell"))
                .anyMatch(id -> id.startsWith("OrdersGreen"))
                .anyMatch(id -> id.startsWith("OrdersCutoverMachinery"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"started", "promoted", "blue only"})
    void thereIsNoRuleWithoutACandidateThatRests(String which) {
        Release release = Map.of(
                        "started", STARTED,
                        "promoted", STARTED.promote(),
                        "blue only", Release.first(Color.BLUE, SampleService.ONE))
                .get(which);
        assertThat(synth(release, beta()).resources().keySet())
                .noneMatch(id -> id.startsWith(RULE) || id.contains("Farewell"));
    }

    @Test
    void aCookieIsLookedForAnywhereInItsHeader() {
        ApplicationOptions options =
                ApplicationOptions.builder().candidateByCookie("beta", "yes").build();
        assertThat(synth(RESTS, options).property(RULE, "Conditions").toString())
                .contains("HttpHeaderName=Cookie", "*beta=yes*");
    }

    @Test
    void onAnExistingListenerTheRuleComesBeforeTheServicesOwnAndItsPreviews() {
        SynthTemplate ports = behind(listener -> listener);
        assertThat(ports.property(RULE, "Priority")).isEqualTo(99);
        assertThat(ports.property(RULE, "Conditions").toString()).contains("orders.example.com", "X-Group");
        SynthTemplate header = behind(listener -> listener.previewHeader("x-teal-preview"));
        assertThat(header.property(RULE, "Priority")).isEqualTo(97);
        refuses(() -> behind(listener -> listener.priority(1)), "needs a priority before the service's own");
        refuses(
                () -> behind(listener ->
                        listener.conditions(ListenerCondition.pathPatterns(List.of("/a", "/b", "/c", "/d")))),
                "conditions have 6 values with those of the chosen users, and a rule takes 5");
    }

    @Test
    void whatTheLoadBalancerDoesNotTakeIsRefused() {
        refuses(
                () -> ApplicationOptions.builder().candidateByHeader("X Group", "beta"),
                "candidateByHeader must name a header of 1 to 40 letters, digits, _ or -, got 'X Group'");
        refuses(() -> ApplicationOptions.builder().candidateByHeader("X-Group"), "takes 1 to 5 values, got 0");
        refuses(
                () -> ApplicationOptions.builder().candidateByHeader("X-Group", "b".repeat(129)),
                "takes values of 1 to 128 characters");
        refuses(
                () -> ApplicationOptions.builder().candidateByCookie("a=b", "yes"),
                "candidateByCookie must name a cookie by letters, digits and signs like _ or -, got 'a=b'");
    }

    @Test
    void aServiceOnOneFleetHasNoCandidate() {
        Stack stack = SampleService.stack();
        refuses(
                () -> OneFleetService.Builder.create(stack, "Orders")
                        .serviceName("orders")
                        .version(SampleService.ONE)
                        .vpc(SampleService.existingVpc(stack))
                        .delivery(SampleService.images())
                        .traffic(TrafficOptions.builder().application(beta()).build())
                        .way(Way.rolling(RollingOptions.builder().build()))
                        .build(),
                "candidateByHeader is for a service of two colours");
    }

    private static void refuses(Runnable make, String line) {
        assertThatThrownBy(make::run).isInstanceOf(InvalidValueException.class).hasMessageContaining(line);
    }
}
