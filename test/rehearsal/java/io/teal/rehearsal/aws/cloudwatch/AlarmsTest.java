package io.teal.rehearsal.aws.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.TemplateClock;
import io.teal.rehearsal.aws.cloudwatch.AlarmModel.Comparison;
import io.teal.rehearsal.aws.elb.VirtualService;
import io.teal.rehearsal.template.Opaque;
import io.teal.release.port.AlarmReading;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alarms over what a balancer counts of modelled requests and probes, on the virtual clock. */
class AlarmsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** What is counted is told when its slice of time is over. */
    private static final Duration SLICE = Duration.ofMillis(500);

    private final VirtualService service = new VirtualService(1);
    private final Alarms alarms = new Alarms(service.balancer, new TemplateClock(service.timers));

    @Test
    void anAlarmThatIsNotThereIsNotDescribed() {
        alarms.put(AlarmModel.alwaysOk("Cpu", "cpu-of-the-shop"));
        assertThat(alarms.states(List.of(Opaque.reference("Cpu"), "cpu-of-the-shop", "elsewhere")))
                .isEqualTo(Map.of(Opaque.reference("Cpu"), "OK", "cpu-of-the-shop", "OK"));
        alarms.forget("Cpu");
        assertThat(alarms.states(List.of("cpu-of-the-shop"))).isEmpty();
    }

    @Test
    void aStateThatIsForcedIsTold() {
        alarms.put(AlarmModel.alwaysOk("GreenErrors", ""));
        alarms.force("Errors", "ALARM");
        assertThat(alarms.states(List.of("GreenErrors"))).containsValue("ALARM");
        alarms.force("Errors", "DELETED");
        assertThat(alarms.states(List.of("GreenErrors"))).isEmpty();
    }

    @Test
    void anAlarmSaysItsFiguresAndItsThresholdUnlessItIsForced() {
        request();
        state(metric("HTTPCode_ELB_5XX_Count", "Sum", ""), 0.5);
        assertThat(alarms.readings(List.of("It")))
                .isEqualTo(Map.of(
                        "It",
                        new AlarmReading(
                                "ALARM",
                                "Threshold Crossed: 1 datapoints [1.0] were greater than the threshold (0.5).")));
        state(metric("HTTPCode_ELB_5XX_Count", "Sum", ""), 5);
        assertThat(alarms.readings(List.of("It"))).containsValue(new AlarmReading("OK", ""));
        alarms.force("It", "ALARM");
        assertThat(alarms.readings(List.of("It"))).containsValue(new AlarmReading("ALARM", ""));
    }

    @Test
    void whatTheBalancerAnswersByItselfIsCountedForTheWholeOfIt() {
        request();
        assertThat(state(metric("HTTPCode_ELB_5XX_Count", "Sum", ""), 0.5)).isEqualTo("ALARM");
        assertThat(state(metric("HTTPCode_ELB_503_Count", "Sum", ""), 0.5)).isEqualTo("ALARM");
        assertThat(state(metric("HTTPCode_ELB_4XX_Count", "Sum", ""), 0.5)).isEqualTo("INSUFFICIENT_DATA");
        assertThat(state(metric("HTTPCode_Target_5XX_Count", "Sum", "A"), 0.5)).isEqualTo("INSUFFICIENT_DATA");
        assertThat(state(metric("RequestCount", "Sum", "A"), 0.5)).isEqualTo("INSUFFICIENT_DATA");
    }

    @Test
    void aRequestThatItsTargetRefusedIsOneOfTheGroup() {
        service.host("A", "boots", MINUTE, VirtualService.EACH);
        request();
        assertThat(state(metric("RequestCount", "Sum", "A"), 0.5)).isEqualTo("ALARM");
        assertThat(state(metric("RequestCount", "Sum", ""), 0.5)).isEqualTo("ALARM");
        assertThat(state(metric("TargetResponseTime", "p99", "A"), 0.5)).isEqualTo("INSUFFICIENT_DATA");
    }

    @Test
    void aCountIsToldWhenItsSliceIsOverAndNotBefore() {
        service.send();
        assertThat(state(metric("HTTPCode_ELB_5XX_Count", "Sum", ""), 0.5)).isEqualTo("INSUFFICIENT_DATA");
        service.pass(SLICE);
        assertThat(state(metric("HTTPCode_ELB_5XX_Count", "Sum", ""), 0.5)).isEqualTo("ALARM");
    }

    @Test
    void aGroupWithoutHostsHasNoneHealthy() {
        service.pass(SLICE);
        assertThat(state(metric("HealthyHostCount", "Minimum", "A"), -0.5)).isEqualTo("ALARM");
        assertThat(state(metric("HealthyHostCount", "Minimum", "A"), 0.5)).isEqualTo("OK");
    }

    @Test
    void requestsOfAMinuteAreWhatWasSentInIt() {
        AlarmModel.Value requests = metric("RequestCount", "Sum", "A");
        service.served();
        service.pass(MINUTE);
        assertThat(state(requests, 5_900, "notBreaching")).isEqualTo("ALARM");
        assertThat(state(requests, 6_000, "notBreaching")).isEqualTo("OK");

        service.end();
        assertThat(state(requests, 0, "notBreaching")).isEqualTo("OK");
    }

    @Test
    void aHostThatFailsTwoProbesIsSeenByTheAlarm() {
        AlarmModel.Value unhealthy = metric("UnHealthyHostCount", "Maximum", "A");
        service.served();
        assertThat(state(unhealthy, 0.5)).isEqualTo("OK");

        service.kill("a1");
        service.pass(Duration.ofSeconds(21));
        assertThat(state(unhealthy, 0.5)).isEqualTo("ALARM");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"FILL(errors, 7)|ALARM", "own + FILL(errors, 0)|OK", "IF(own >= 1, 7, 0)|ALARM", "errors|OK"})
    void formulasAreComputed(String text, String state) {
        request();
        AlarmModel.Value value = new AlarmModel.Value(
                Map.of(
                        "errors",
                        new AlarmModel.Metric("HTTPCode_Target_5XX_Count", "Sum", "A"),
                        "all",
                        new AlarmModel.Metric("HTTPCode_ELB_5XX_Count", "Sum", "")),
                Map.of("own", Formula.parse("all"), "e", Formula.parse(text)),
                "e");
        assertThat(state(value, 5, "notBreaching")).isEqualTo(state);
    }

    @Test
    void anAlarmThatIgnoresMissingDataBeginsWithInsufficientData() {
        assertThat(state(metric("HTTPCode_Target_5XX_Count", "Sum", "A"), 5, "ignore"))
                .isEqualTo("INSUFFICIENT_DATA");
    }

    private void request() {
        service.send();
        service.pass(SLICE);
    }

    private static AlarmModel.Value metric(String name, String statistic, String group) {
        return new AlarmModel.Value(Map.of("m", new AlarmModel.Metric(name, statistic, group)), Map.of(), "m");
    }

    private String state(AlarmModel.Value value, double threshold) {
        return state(value, threshold, "missing");
    }

    private String state(AlarmModel.Value value, double threshold, String missing) {
        alarms.put(new AlarmModel(
                "It",
                "",
                value,
                Comparison.GREATER_THAN_THRESHOLD,
                threshold,
                MINUTE,
                new AlarmModel.Window(1, 1, missing)));
        return alarms.states(List.of("It")).get("It");
    }
}
