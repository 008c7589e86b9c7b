package io.teal.rehearsal.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The balancer that carries real HTTP, on the virtual clock: each request is modelled, and each is counted. */
class VirtualBalancerTest {
    private static final Duration EACH = VirtualService.EACH;
    private static final Duration DRAIN = VirtualService.DRAIN;
    private static final String LISTENER = VirtualService.LISTENER;

    private final VirtualService service = new VirtualService(1);
    private final Balancer balancer = service.balancer;

    @Test
    void aReleaseThatWaitsLosesNothing() {
        service.released();

        assertThat(service.total()).isGreaterThan(29_000);
        assertThat(service.lost()).isZero();
        assertThat(service.outcomes).containsOnlyKeys("200 from a", "200 from b");
    }

    @Test
    void oneSeedGivesOneStoryInTwentyRuns() {
        Set<String> stories = new HashSet<>();
        for (int run = 0; run < 20; run++) {
            stories.add(new VirtualService(7).released().outcomes.toString());
        }

        assertThat(stories).hasSize(1);
    }

    @Test
    void controlTrafficMovedToHostsThatStillBootIsLost() {
        service.served();
        service.host("B", "b1", Duration.ofSeconds(90), EACH);
        balancer.modify(LISTENER, VirtualService.weights(0, 100));
        service.pass(Duration.ofMinutes(3));
        service.end();

        assertThat(service.outcomes.get("502 connection refused by B")).isPositive();
    }

    @Test
    void controlHostsEndedBeforeEveryNodeKnowsTheNewWeightsAreMissed() {
        service.served();
        service.host("B", "b1", Duration.ZERO, EACH);
        service.pass(Duration.ofMinutes(1));
        balancer.modify(LISTENER, VirtualService.weights(0, 100));
        service.endAll("A", "a1", "a2");
        service.pass(Duration.ofMinutes(1));
        service.end();

        assertThat(service.outcomes.get("503 no registered targets in A")).isPositive();
    }

    @Test
    void eachNodeHearsOfNewWeightsLateAndWithinAMinute() {
        service.served();
        service.host("B", "b1", Duration.ZERO, EACH);
        service.pass(Duration.ofMinutes(1));
        balancer.modify(LISTENER, VirtualService.weights(0, 100));
        service.outcomes.clear();
        service.pass(Duration.ofSeconds(60).plus(EACH));

        assertThat(service.outcomes.get("200 from a")).isGreaterThan(200);
        service.outcomes.clear();
        service.pass(Duration.ofSeconds(60));
        assertThat(service.outcomes).containsOnlyKeys("200 from b");
        service.end();
    }

    @Test
    void anUnhealthyHostGetsNothingAfterTwoFailedProbes() {
        service.served();
        service.kill("a1");
        service.pass(Duration.ofSeconds(21));
        int lost = service.lost();
        service.pass(Duration.ofMinutes(5));

        assertThat(lost).isPositive().isLessThanOrEqualTo(1100);
        assertThat(service.lost()).isEqualTo(lost);
        service.end();
    }

    @Test
    void aGroupWithoutAHealthyHostStillSendsToAll() {
        service.served();
        service.kill("a1");
        service.kill("a2");
        service.pass(Duration.ofMinutes(1));
        service.outcomes.clear();
        service.pass(Duration.ofSeconds(10));

        assertThat(service.outcomes).containsOnlyKeys("502 connection refused by A");
        service.end();
    }

    @Test
    void aRequestLongerThanTheDeregistrationDelayIsCut() {
        service.host("A", "a-slow", Duration.ZERO, DRAIN.plusSeconds(1));
        service.pass(Duration.ofSeconds(30));
        service.send();
        balancer.startDeregister("A", "a-slow");
        service.pass(DRAIN.plusSeconds(2));

        assertThat(service.outcomes).isEqualTo(Map.of("502 deregistration delay over in A", 1));
    }

    @Test
    void aRequestShorterThanTheDeregistrationDelayIsAnswered() {
        service.host("A", "a-slow", Duration.ZERO, DRAIN.minusSeconds(1));
        service.pass(Duration.ofSeconds(30));
        service.send();
        balancer.startDeregister("A", "a-slow");
        service.pass(DRAIN.plusSeconds(2));

        assertThat(service.outcomes).isEqualTo(Map.of("200 from a", 1));
        assertThat(balancer.targets("A")).isEmpty();
    }

    @Test
    void aRequestLongerThanTheIdleTimeoutGetsNoAnswer() {
        service.host("A", "a-slow", Duration.ZERO, LoadBalancerModel.IDLE_TIMEOUT.plusMillis(1));
        service.pass(Duration.ofSeconds(30));
        service.send();
        service.pass(LoadBalancerModel.IDLE_TIMEOUT.plusSeconds(2));

        assertThat(service.outcomes).isEqualTo(Map.of("504 no answer in 60 s from A", 1));
    }

    @Test
    void aDrainingHostGetsNoNewRequest() {
        service.served();
        balancer.startDeregister("A", "a1");
        service.kill("a1");
        service.outcomes.clear();
        service.pass(Duration.ofMinutes(1));

        assertThat(service.outcomes.keySet()).contains("200 from a").doesNotContain("502 connection refused by A");
        service.end();
    }

    @Test
    void whatIsNotForwardedToIsNotProbed() {
        balancer.putListener(new ListenerModel(
                LISTENER, 80, new ActionModel.Forward(List.of(new ActionModel.Share("A", 1)), Optional.empty())));
        service.host("B", "b1", Duration.ZERO, EACH);
        service.pass(Duration.ofMinutes(2));

        assertThat(balancer.targets("B")).containsEntry("b1", TargetState.UNUSED);
        balancer.putListener(new ListenerModel(LISTENER, 80, VirtualService.weights(100, 0)));
        assertThat(balancer.targets("B")).containsEntry("b1", TargetState.INITIAL);
    }
}
