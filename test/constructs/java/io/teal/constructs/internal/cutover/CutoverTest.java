package io.teal.constructs.internal.cutover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.teal.constructs.CutoverOptions;
import io.teal.constructs.HealthAlarmsOptions;
import io.teal.constructs.RefusalText;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.constructs.TrafficOptions;
import io.teal.release.Strategy;
import io.teal.release.step.Evidence;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;

class CutoverTest {
    private static final String SHIFT = "OrdersCutoverShift";

    @ParameterizedTest
    @ValueSource(strings = {"all-at-once", "canary:10%,5m", "linear:25%,5m"})
    void theDefaultsFitIntoTheHourThatCloudFormationWaits(String strategy) {
        SynthTemplate template = cutover(CutoverOptions.builder().strategy(Strategy.parse(strategy)))
                .synth();
        assertThat(template.properties(SHIFT))
                .containsEntry("Strategy", strategy)
                .containsEntry("ServiceTimeout", "3600");
    }

    @Test
    void aPlanThatDoesNotFitIsRefusedWithTheSumAndTheWayOut() {
        assertThatThrownBy(() -> cutover(CutoverOptions.builder().strategy(Strategy.parse("linear:10%,10m")))
                        .synth())
                .hasMessageContaining("strategy linear:10%,10m does not fit: the plan takes up to ")
                .hasMessageContaining("and CloudFormation waits 60m: ")
                .extracting(RefusalText::of, STRING)
                .contains("shorten the bake or the steps, take fewer steps, or take several deploys, which ");
    }

    @Test
    void aDeregistrationDelayThatLeavesARollbackNoTimeIsRefused() {
        assertThatThrownBy(() -> SampleService.both()
                        .with((stack, props) -> props.traffic(TrafficOptions.builder()
                                .deregistrationDelay(Duration.hours(1))
                                .build()))
                        .synth())
                .hasMessageStartingWith("a rollback takes ")
                .extracting(RefusalText::of, STRING)
                .contains("shorten deregistrationDelay, 3600 s now, by 480 s or more");
    }

    @Test
    void evidenceByProbesNeedsAProbe() {
        assertThatThrownBy(
                        () -> CutoverOptions.builder().evidence(Evidence.PROBE).build())
                .hasMessageStartingWith("evidence PROBE needs a probe");
    }

    @Test
    void timesOutOfRangeAreNamed() {
        assertThatThrownBy(() ->
                        CutoverOptions.builder().spread(Duration.seconds(5)).build())
                .hasMessage("spread must be from 30 to 3600 seconds, got 5");
        assertThatThrownBy(() -> CutoverOptions.builder().samples(-1).build())
                .hasMessage("samples must be 0 or more, got -1");
        assertThatThrownBy(() -> HealthAlarmsOptions.builder().errorPercent(0).build())
                .hasMessageStartingWith("errorPercent must be more than 0");
    }

    @Test
    void alarmsOfYourOwnSpeakOfBothColors() {
        SynthTemplate template = SampleService.both()
                .with((stack, props) -> props.cutover(CutoverOptions.builder()
                        .alarms(Alarm.fromAlarmArn(
                                stack, "Own", "arn:aws:cloudwatch:eu-west-1:111111111111:alarm:orders-failed"))
                        .build()))
                .synth();
        assertThat(template.property(SHIFT, "Alarms")).isEqualTo(List.of("orders-failed"));
    }

    @Test
    void anAlarmSaysNothingOfAMinuteWithoutTraffic() {
        SynthTemplate template = SampleService.blueOnly().synth();
        for (String alarm : List.of("Errors", "Latency", "UnhealthyHosts")) {
            for (String color : List.of("Blue", "Green")) {
                Map<String, Object> properties = template.properties("OrdersCutover" + color + "Health" + alarm);
                assertThat(properties)
                        .containsEntry("TreatMissingData", "notBreaching")
                        .containsEntry("EvaluationPeriods", 3)
                        .containsEntry("DatapointsToAlarm", 2);
                assertThat(properties.get("Metrics").toString())
                        .contains("IF(requests >= 20, ")
                        .contains("Fn::GetAtt=[" + template.id("OrdersTraffic" + color + "Targets")
                                + ", TargetGroupFullName]");
            }
        }
    }

    @Test
    void theFunctionEndsBeforeTheNextTickLooks() {
        SynthTemplate template = SampleService.blueOnly().synth();
        assertThat(template.properties("OrdersCutoverMachineryFunction")).containsEntry("Timeout", 25);
        assertThat(template.property(SHIFT, "Timing", "Tick")).isEqualTo("30");
        assertThat(template.properties("OrdersCutoverMachineryFunctionEventInvokeConfig"))
                .containsEntry("MaximumEventAgeInSeconds", 300)
                .containsEntry("MaximumRetryAttempts", 2);
    }

    private static SampleService cutover(CutoverOptions.Builder options) {
        return SampleService.both().with((stack, props) -> props.cutover(options.build()));
    }
}
