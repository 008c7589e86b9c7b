package io.teal.constructs.internal.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.CutoverOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.Strategy;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.observation.HookPoint;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.FunctionAttributes;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/** A service whose releases a person approves, and a hook tests after the switch. */
class ApprovedReleaseTest {
    private static final String PREFLIGHT = "OrdersCutoverPreflight";
    private static final String SHIFT = "OrdersCutoverShift";

    private static SampleService approved(Duration most) {
        return SampleService.both()
                .with((stack, props) ->
                        props.cutover(CutoverOptions.builder().approval(most).build()));
    }

    private static IFunction function(Construct scope, String name) {
        return Function.fromFunctionAttributes(
                scope,
                name,
                FunctionAttributes.builder()
                        .functionArn("arn:aws:lambda:eu-west-1:111111111111:function:" + name)
                        .sameEnvironment(true)
                        .build());
    }

    @Test
    void bothResourcesAreToldHowLongAPersonIsWaitedFor() {
        SynthTemplate template = approved(Duration.minutes(20)).synth();
        assertThat(template.property(SHIFT, "Approval")).isEqualTo("1200");
        assertThat(template.property(PREFLIGHT, "Approval")).isEqualTo("1200");
        CutoverProperties read = CutoverMap.read(template.properties(SHIFT));
        assertThat(read.gating().approval()).contains(java.time.Duration.ofMinutes(20));
        assertThat(template.properties(SHIFT)).doesNotContainKey("HookAfter");
    }

    @Test
    void theMachineMayCallBothHooks() {
        SynthTemplate template = SampleService.both()
                .with((stack, props) -> props.cutover(CutoverOptions.builder()
                        .hook(function(stack, "smoke"))
                        .hookAfter(function(stack, "journeys"))
                        .build()))
                .synth();
        assertThat(CutoverMap.read(template.properties(SHIFT)).hooks())
                .containsOnlyKeys(HookPoint.values())
                .containsEntry(HookPoint.AFTER_TRAFFIC, "arn:aws:lambda:eu-west-1:111111111111:function:journeys");
        assertThat(template.properties("OrdersCutoverMachineryMachineRole").toString())
                .contains(":function:smoke", ":function:journeys");
    }

    @Test
    void oneFunctionMayBeBothHooks() {
        SynthTemplate template = SampleService.both()
                .with((stack, props) -> {
                    IFunction tests = function(stack, "tests");
                    props.cutover(CutoverOptions.builder()
                            .hook(tests)
                            .hookAfter(tests)
                            .build());
                })
                .synth();
        assertThat(template.properties("OrdersCutoverMachineryMachineRole").toString())
                .containsOnlyOnce(":function:tests");
    }

    @Test
    void aWaitThatIsTooShortOrTooLongIsRefused() {
        for (int seconds : new int[] {59, 3001}) {
            assertThatThrownBy(() -> CutoverOptions.builder()
                            .approval(Duration.seconds(seconds))
                            .build())
                    .hasMessage("approval must be from 60 to 3000 seconds, got " + seconds);
        }
    }

    @Test
    void aWaitThatDoesNotFitIntoCloudFormationsHourIsRefusedWithTheSum() {
        SampleService late = SampleService.of(
                        Release.first(Color.BLUE, SampleService.ONE).start(SampleService.TWO))
                .with((stack, props) -> props.cutover(CutoverOptions.builder()
                        .strategy(Strategy.parse("canary:10%,5m"))
                        .approval(Duration.minutes(40))
                        .build()));
        assertThatThrownBy(late::synth)
                .hasMessageContaining("and CloudFormation waits 60m: ")
                .hasMessageContaining("wait for approval 40m");
    }
}
