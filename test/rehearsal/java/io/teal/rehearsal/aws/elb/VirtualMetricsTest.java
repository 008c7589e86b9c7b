package io.teal.rehearsal.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.TemplateClock;
import io.teal.rehearsal.aws.cloudwatch.AlarmModel;
import io.teal.rehearsal.aws.cloudwatch.Alarms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Alarms on the virtual clock, from what modelled requests and probes came to. */
class VirtualMetricsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualService service = new VirtualService(1);
    private final Alarms alarms = new Alarms(service.balancer, new TemplateClock(service.timers));

    private String state() {
        return alarms.states(List.of("Alarm")).get("Alarm");
    }

    private void alarm(AlarmModel.Metric metric, double threshold) {
        alarms.put(new AlarmModel(
                "Alarm",
                "",
                new AlarmModel.Value(Map.of("m", metric), Map.of(), "m"),
                AlarmModel.Comparison.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                threshold,
                MINUTE,
                new AlarmModel.Window(1, 1, "notBreaching")));
    }

    @Test
    void requestsOfAMinuteAreWhatWasSentInIt() {
        alarm(new AlarmModel.Metric("RequestCount", "Sum", "A"), 5_900);
        service.served();
        service.pass(MINUTE);
        assertThat(state()).isEqualTo("ALARM");

        service.end();
        assertThat(state()).isEqualTo("OK");
    }

    @Test
    void aHostThatFailsTwoProbesIsSeenByTheAlarm() {
        alarm(new AlarmModel.Metric("UnHealthyHostCount", "Maximum", "A"), 1);
        service.served();
        assertThat(state()).isEqualTo("OK");

        service.network.host("a1").kill();
        service.pass(Duration.ofSeconds(21));
        assertThat(state()).isEqualTo("ALARM");
        service.end();
    }

    @Test
    void answersOfTheBalancerItselfAreCountedByCode() {
        alarm(new AlarmModel.Metric("HTTPCode_ELB_5XX_Count", "Sum", ""), 1_000);
        service.served();
        assertThat(state()).isEqualTo("OK");

        service.network.host("a1").kill();
        service.network.host("a2").kill();
        service.pass(MINUTE);
        assertThat(state()).isEqualTo("ALARM");
        service.end();
    }
}
