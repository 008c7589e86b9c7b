package io.teal.rehearsal.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.elb.TargetGroupModel.Ends;
import io.teal.rehearsal.http.HttpConnection;
import io.teal.rehearsal.http.HttpHead;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Connections that are forwarded, and what ends them. */
@Timeout(120)
class FlowsTest {
    private static final HttpHead GET = HttpHead.of("GET / HTTP/1.1", "Host", "127.0.0.1");
    private static final Duration IDLE = Duration.ofSeconds(350);

    private final Service service = new Service(new Balancer(new Timescale(100), 1, Propagation.AT_ONCE));

    @AfterEach
    void close() throws IOException {
        service.close();
    }

    @Test
    void aConnectionStaysWithItsTargetWhateverTheWeightsBecome() throws Exception {
        forward(Ends.USUAL, "A", 1, "B", 0);
        FakeTarget old = service.healthyTarget("A", "h1");
        FakeTarget fresh = service.healthyTarget("B", "h2");
        try (HttpConnection kept = service.connect()) {
            Service.exchange(kept, GET);
            forward(Ends.USUAL, "A", 0, "B", 1);
            Service.exchange(kept, GET);
            service.get(0, GET);
        }
        assertThat(old.requests).hasValue(2);
        assertThat(fresh.requests).hasValue(1);
    }

    @Test
    void newConnectionsGoToHealthyTargetsAndToAllWhereNoneIs() throws Exception {
        forward(Ends.USUAL, "A", 1);
        FakeTarget well = service.healthyTarget("A", "h1");
        FakeTarget sick = service.healthyTarget("A", "h2");
        sick(sick);
        Service.await(() -> service.health("A", TargetState.UNHEALTHY) == 1);
        connectOften();
        assertThat(sick.requests).hasValue(0);
        sick(well);
        Service.await(() -> service.health("A", TargetState.UNHEALTHY) == 2);
        connectOften();
        assertThat(sick.requests).hasPositiveValue();
    }

    @Test
    void aTargetThatBecomesUnhealthyLosesItsConnectionsUnlessTheGroupKeepsThem() throws Exception {
        for (boolean ends : new boolean[] {true, false}) {
            String group = ends ? "A" : "B";
            forward(new Ends(false, ends), group, 1);
            FakeTarget target = service.healthyTarget(group, "h1");
            try (HttpConnection kept = service.connect()) {
                Service.exchange(kept, GET);
                sick(target);
                Service.await(() -> service.health(group, TargetState.UNHEALTHY) == 1);
                if (ends) {
                    assertThatThrownBy(() -> Service.exchange(kept, GET)).isInstanceOf(Exception.class);
                } else {
                    Service.exchange(kept, GET);
                }
            }
        }
    }

    @Test
    void theEndOfTheDeregistrationDelayClosesConnectionsOnlyWhereTheGroupSaysSo() throws Exception {
        for (boolean ends : new boolean[] {true, false}) {
            String group = ends ? "A" : "B";
            forward(new Ends(ends, true), group, 1);
            service.healthyTarget(group, "h1");
            try (HttpConnection kept = service.connect()) {
                Service.exchange(kept, GET);
                service.balancer.deregister(group, "h1");
                if (ends) {
                    Service.await(kept::isLeft);
                } else {
                    Service.exchange(kept, GET);
                }
            }
        }
    }

    @Test
    void aConnectionToNoTargetIsReset() throws Exception {
        forward(Ends.USUAL, "A", 1);
        assertThatThrownBy(() -> service.get(0, GET)).isInstanceOf(Exception.class);
        assertThat(counted(Counters.FlowEvent.RESET_BY_TARGET)).isZero();
    }

    @Test
    void resetsByTargetsAreCountedAndCloseIsNone() throws Exception {
        forward(Ends.USUAL, "A", 1);
        FakeTarget target = service.healthyTarget("A", "h1");
        target.closesIdle = true;
        service.get(0, GET);
        assertThat(counted(Counters.FlowEvent.BEGUN)).isEqualTo(1);
        assertThat(counted(Counters.FlowEvent.RESET_BY_TARGET)).isZero();
        target.close();
        assertThatThrownBy(() -> service.get(0, GET)).isInstanceOf(Exception.class);
        Service.await(() -> counted(Counters.FlowEvent.RESET_BY_TARGET) == 1);
    }

    @Test
    void whoSpeaksAfterTheIdleTimeoutIsReset() throws Exception {
        service.balancer.putGroup(group("A", Ends.USUAL));
        service.balancer.putListener(listener(Duration.ofSeconds(1), "A", 1));
        service.healthyTarget("A", "h1");
        try (HttpConnection kept = service.connect()) {
            Service.exchange(kept, GET);
            Thread.sleep(2_500);
            assertThat(kept.isQuiet()).isTrue();
            assertThatThrownBy(() -> Service.exchange(kept, GET)).isInstanceOf(Exception.class);
        }
    }

    private void connectOften() throws IOException {
        for (int i = 0; i < 40; i++) {
            service.get(0, GET);
        }
    }

    private static void sick(FakeTarget target) {
        target.healthy = false;
    }

    private long counted(Counters.FlowEvent event) {
        return service.balancer
                .counters()
                .flows(event, Instant.EPOCH, Instant.now().plusSeconds(1));
    }

    private void forward(Ends ends, Object... groupsAndWeights) {
        Service.shares(groupsAndWeights).weights().keySet().forEach(id -> service.balancer.putGroup(group(id, ends)));
        service.balancer.putListener(listener(IDLE, groupsAndWeights));
    }

    private static ListenerModel listener(Duration idle, Object... groupsAndWeights) {
        return new ListenerModel("L", 80, "", Service.shares(groupsAndWeights), Optional.of(idle));
    }

    private static TargetGroupModel group(String id, Ends ends) {
        TargetGroupModel usual = Service.group(id);
        return new TargetGroupModel(id, usual.healthCheck(), usual.drain(), Optional.empty(), ends, usual.ports());
    }
}
