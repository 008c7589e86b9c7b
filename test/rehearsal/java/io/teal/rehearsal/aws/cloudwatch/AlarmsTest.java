package io.teal.rehearsal.aws.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.RealTimers;
import io.teal.rehearsal.TemplateClock;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.cloudwatch.AlarmModel.Comparison;
import io.teal.rehearsal.aws.elb.ActionModel;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.HealthCheck;
import io.teal.rehearsal.aws.elb.ListenerModel;
import io.teal.rehearsal.aws.elb.Propagation;
import io.teal.rehearsal.aws.elb.StatusMatcher;
import io.teal.rehearsal.aws.elb.TargetGroupModel;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import io.teal.rehearsal.template.Opaque;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Alarms over what a real balancer counts; the periods are so long that everything is in the last one. */
class AlarmsTest {
    private static final HealthCheck CHECK = new HealthCheck(
            "/", new StatusMatcher("200"), Duration.ofDays(1), Duration.ofSeconds(5), new HealthCheck.Thresholds(2, 2));

    private final Timescale timescale = new Timescale(1);
    private final Balancer balancer = new Balancer(timescale, 1, Propagation.AT_ONCE);
    private final TemplateClock clock = new TemplateClock(new RealTimers(timescale));
    private final Alarms alarms = new Alarms(balancer, clock);

    @BeforeEach
    void listen() {
        balancer.putGroup(new TargetGroupModel("A", CHECK, Duration.ofSeconds(10)));
        ActionModel action = new ActionModel.Forward(List.of(new ActionModel.Share("A", 1)));
        balancer.putListener(new ListenerModel("L", 80, action));
    }

    @AfterEach
    void close() {
        balancer.close();
    }

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
    void whatTheBalancerAnswersByItselfIsCountedForTheWholeOfIt() throws Exception {
        assertThat(get()).isEqualTo(503);
        assertThat(state(metric("HTTPCode_ELB_5XX_Count", "Sum", ""), 0.5)).isEqualTo("ALARM");
        assertThat(state(metric("HTTPCode_ELB_503_Count", "Sum", ""), 0.5)).isEqualTo("ALARM");
        assertThat(state(metric("HTTPCode_ELB_4XX_Count", "Sum", ""), 0.5)).isEqualTo("INSUFFICIENT_DATA");
        assertThat(state(metric("HTTPCode_Target_5XX_Count", "Sum", "A"), 0.5)).isEqualTo("INSUFFICIENT_DATA");
        assertThat(state(metric("RequestCount", "Sum", "A"), 0.5)).isEqualTo("INSUFFICIENT_DATA");
    }

    @Test
    void aRequestThatItsTargetRefusedIsOneOfTheGroup() throws Exception {
        balancer.register("A", "h1", closedPort());
        assertThat(get()).isEqualTo(502);
        assertThat(state(metric("RequestCount", "Sum", "A"), 0.5)).isEqualTo("ALARM");
        assertThat(state(metric("RequestCount", "Sum", ""), 0.5)).isEqualTo("ALARM");
        assertThat(state(metric("TargetResponseTime", "p99", "A"), 0.5)).isEqualTo("INSUFFICIENT_DATA");
    }

    @Test
    void aGroupWithoutHostsHasNoneHealthy() throws InterruptedException {
        // What is counted is told when its second is over.
        while (state(metric("HealthyHostCount", "Minimum", "A"), -0.5).equals("INSUFFICIENT_DATA")) {
            Thread.sleep(10);
        }
        assertThat(state(metric("HealthyHostCount", "Minimum", "A"), -0.5)).isEqualTo("ALARM");
        assertThat(state(metric("HealthyHostCount", "Minimum", "A"), 0.5)).isEqualTo("OK");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"FILL(errors, 7)|ALARM", "own + FILL(errors, 0)|OK", "IF(own >= 1, 7, 0)|ALARM", "errors|OK"})
    void formulasAreComputed(String text, String state) throws Exception {
        get();
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

    private static int closedPort() throws IOException {
        try (ServerSocket closed = new ServerSocket(0)) {
            return closed.getLocalPort();
        }
    }

    /** Answers are counted in slices, and the one that has not ended yet does not count. */
    private int get() throws IOException, InterruptedException {
        int status = status();
        Thread.sleep(20);
        return status;
    }

    private int status() throws IOException {
        try (HttpConnection connection = HttpConnection.open(balancer.ports("L").get(0), Duration.ofSeconds(20))) {
            connection.timeout(Duration.ofSeconds(20));
            HttpHead.of("GET / HTTP/1.1", "Host", "shop").write(connection.out());
            connection.out().flush();
            return HttpHead.read(connection.in()).orElseThrow().status();
        }
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
                Duration.ofDays(1),
                new AlarmModel.Window(1, 1, missing)));
        return alarms.states(List.of("It")).get("It");
    }
}
