package io.teal.rehearsal.aws.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.TemplateClock;
import io.teal.rehearsal.aws.cloudwatch.AlarmModel.Comparison;
import io.teal.rehearsal.aws.elb.VirtualService;
import io.teal.rehearsal.template.Opaque;
import io.teal.release.port.AlarmReading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alarms over what a balancer counts of modelled requests and probes, on the virtual clock. */
class AlarmsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** What is counted in the first minute is known when this has passed, and evaluated for one minute more. */
    private static final Duration KNOWN = Duration.ofMinutes(3);

    private final VirtualService service = new VirtualService(1);
    private final LoadBalancerMetrics metrics =
            new LoadBalancerMetrics(service.balancer, new TemplateClock(service.timers));
    private final Alarms alarms = new Alarms(metrics);

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
    void aMinuteIsToldTwoMinutesAfterItIsOver() {
        AlarmModel.Value errors = metric("HTTPCode_ELB_5XX_Count", "Sum", "");
        service.send();
        service.pass(KNOWN.minusMillis(1));
        assertThat(state(errors, 0.5)).isEqualTo("INSUFFICIENT_DATA");
        service.pass(Duration.ofMillis(1));
        assertThat(state(errors, 0.5)).isEqualTo("ALARM");
    }

    @Test
    void aMinuteCountsUntilAnAlarmLooksBackNoFurther() {
        AlarmModel.Value errors = metric("HTTPCode_ELB_5XX_Count", "Sum", "");
        request();
        service.pass(MINUTE.minusMillis(1));
        assertThat(state(errors, 0.5)).isEqualTo("ALARM");
        service.pass(Duration.ofMillis(1));
        assertThat(state(errors, 0.5)).isEqualTo("INSUFFICIENT_DATA");
    }

    @Test
    void whatComesWhenAMinuteIsOverIsNotOfThatMinute() {
        AlarmModel.Value errors = metric("HTTPCode_ELB_5XX_Count", "Sum", "");
        service.pass(MINUTE);
        service.send();
        service.pass(KNOWN.minus(MINUTE));
        assertThat(state(errors, 0.5)).isEqualTo("INSUFFICIENT_DATA");
        service.pass(MINUTE);
        assertThat(state(errors, 0.5)).isEqualTo("ALARM");
    }

    /** Three periods of five minutes are looked at: two hosts in the first, one in those that came after. */
    @Test
    void theNewestPeriodsDecideAndTheOldestOnlyWhereTheyHaveNoData() {
        AlarmModel.Value healthy = metric("HealthyHostCount", "Maximum", "A");
        service.served();
        service.pass(MINUTE.multipliedBy(5));
        service.kill("a1");
        service.pass(MINUTE.multipliedBy(10));
        alarms.put(new AlarmModel(
                "It",
                "",
                healthy,
                Comparison.GREATER_THAN_THRESHOLD,
                1.5,
                MINUTE.multipliedBy(5),
                new AlarmModel.Window(1, 1, "missing")));
        assertThat(alarms.states(List.of("It"))).containsValue("OK");
    }

    /** Finding 2: with two of three periods, and metrics two minutes late, zeros are the newest two. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"IF(all >= 20, own, 0)|ALARM", "IF(FILL(all, 0) >= 20, own, 0)|OK"})
    void aZeroInPlaceOfALateCountMutesAnAlarm(String text, String state) {
        service.served();
        service.pass(MINUTE.multipliedBy(5));
        AlarmModel.Metric all = new AlarmModel.Metric("RequestCount", "Sum", "A");
        AlarmModel.Value value =
                new AlarmModel.Value(Map.of("all", all, "own", all), Map.of("e", Formula.parse(text)), "e");
        assertThat(state(value, 100, new AlarmModel.Window(3, 2, "notBreaching")))
                .isEqualTo(state);
    }

    @Test
    void requestsAreCountedByWholeMinutesOnceTheyAreKnown() {
        service.served();
        Instant since = service.timers.instant(); // half a minute after a whole one
        service.pass(KNOWN.minus(MINUTE));
        assertThat(metrics.requests("A", since, service.timers.instant())).isEmpty();
        service.pass(MINUTE);
        assertThat(metrics.requests("A", since, service.timers.instant())).contains(6_000.0);
        assertThat(metrics.requests("B", since, service.timers.instant())).isEmpty();
    }

    @Test
    void aGroupWithoutHostsHasNoneHealthy() {
        service.pass(KNOWN);
        assertThat(state(metric("HealthyHostCount", "Minimum", "A"), -0.5)).isEqualTo("ALARM");
        assertThat(state(metric("HealthyHostCount", "Minimum", "A"), 0.5)).isEqualTo("OK");
    }

    @Test
    void requestsOfAMinuteAreWhatWasSentInIt() {
        AlarmModel.Value requests = metric("RequestCount", "Sum", "A");
        service.served();
        service.pass(KNOWN);
        assertThat(state(requests, 5_900, "notBreaching")).isEqualTo("ALARM");
        assertThat(state(requests, 6_000, "notBreaching")).isEqualTo("OK");

        service.end();
        assertThat(state(requests, 0, "notBreaching")).isEqualTo("OK");
    }

    @Test
    void aHostThatFailsTwoProbesIsSeenByTheAlarmWhenItsMinuteIsKnown() {
        AlarmModel.Value unhealthy = metric("UnHealthyHostCount", "Maximum", "A");
        service.served();
        service.kill("a1");
        service.pass(Duration.ofSeconds(90));
        assertThat(state(unhealthy, 0.5)).isEqualTo("OK");
        service.pass(MINUTE.multipliedBy(2));
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
        service.pass(KNOWN);
    }

    private static AlarmModel.Value metric(String name, String statistic, String group) {
        return new AlarmModel.Value(Map.of("m", new AlarmModel.Metric(name, statistic, group)), Map.of(), "m");
    }

    private String state(AlarmModel.Value value, double threshold) {
        return state(value, threshold, "missing");
    }

    private String state(AlarmModel.Value value, double threshold, String missing) {
        return state(value, threshold, new AlarmModel.Window(1, 1, missing));
    }

    private String state(AlarmModel.Value value, double threshold, AlarmModel.Window window) {
        alarms.put(new AlarmModel("It", "", value, Comparison.GREATER_THAN_THRESHOLD, threshold, MINUTE, window));
        return alarms.states(List.of("It")).get("It");
    }
}
