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
    private final ModelledNetwork network = service.network;
    private final Balancer balancer = service.balancer;

    @Test
    void aReleaseThatWaitsLosesNothing() {
        service.released();

        assertThat(network.total()).isGreaterThan(29_000);
        assertThat(network.lost()).isZero();
        assertThat(network.outcomes).containsOnlyKeys("200 A version", "200 B version");
    }

    @Test
    void oneSeedGivesOneStoryInTwentyRuns() {
        Set<String> stories = new HashSet<>();
        for (int run = 0; run < 20; run++) {
            stories.add(new VirtualService(7).released().network.outcomes.toString());
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

        assertThat(network.outcomes.get("502 connection refused")).isPositive();
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

        assertThat(network.outcomes.get("503 no target")).isPositive();
    }

    @Test
    void eachNodeHearsOfNewWeightsLateAndWithinAMinute() {
        service.served();
        service.host("B", "b1", Duration.ZERO, EACH);
        service.pass(Duration.ofMinutes(1));
        balancer.modify(LISTENER, VirtualService.weights(0, 100));
        network.outcomes.clear();
        service.pass(Duration.ofSeconds(60).plus(EACH));

        assertThat(network.outcomes.get("200 A version")).isGreaterThan(200);
        network.outcomes.clear();
        service.pass(Duration.ofSeconds(60));
        assertThat(network.outcomes).containsOnlyKeys("200 B version");
        service.end();
    }

    @Test
    void anUnhealthyHostGetsNothingAfterTwoFailedProbes() {
        service.served();
        network.host("a1").kill();
        service.pass(Duration.ofSeconds(21));
        int lost = network.lost();
        service.pass(Duration.ofMinutes(5));

        assertThat(lost).isPositive().isLessThanOrEqualTo(1100);
        assertThat(network.lost()).isEqualTo(lost);
        service.end();
    }

    @Test
    void aGroupWithoutAHealthyHostStillSendsToAll() {
        service.served();
        network.host("a1").kill();
        network.host("a2").kill();
        service.pass(Duration.ofMinutes(1));
        network.outcomes.clear();
        service.pass(Duration.ofSeconds(10));

        assertThat(network.outcomes).containsOnlyKeys("502 connection refused");
        service.end();
    }

    @Test
    void aRequestLongerThanTheDeregistrationDelayIsCut() {
        service.host("A", "slow", Duration.ZERO, DRAIN.plusSeconds(1));
        service.pass(Duration.ofSeconds(30));
        network.send(0, LISTENER);
        balancer.startDeregister("A", "slow");
        service.pass(DRAIN.plusSeconds(2));

        assertThat(network.outcomes).isEqualTo(Map.of("502 deregistration delay over", 1));
    }

    @Test
    void aRequestShorterThanTheDeregistrationDelayIsAnswered() {
        service.host("A", "slow", Duration.ZERO, DRAIN.minusSeconds(1));
        service.pass(Duration.ofSeconds(30));
        network.send(0, LISTENER);
        balancer.startDeregister("A", "slow");
        service.pass(DRAIN.plusSeconds(2));

        assertThat(network.outcomes).isEqualTo(Map.of("200 A version", 1));
        assertThat(balancer.targets("A")).isEmpty();
    }

    @Test
    void aDrainingHostGetsNoNewRequest() {
        service.served();
        balancer.startDeregister("A", "a1");
        network.host("a1").kill();
        network.outcomes.clear();
        service.pass(Duration.ofMinutes(1));

        assertThat(network.outcomes.keySet()).contains("200 A version").doesNotContain("502 connection refused");
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
