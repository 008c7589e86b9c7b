package io.teal.rehearsal.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.RealTimers;
import io.teal.rehearsal.Timescale;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several nodes, each with its own, a little old, idea of the weights. */
@Timeout(120)
class NodesTest {
    private static final int LATE = 0;
    private static final int PROMPT = 1;

    private final Service service =
            new Service(new Balancer(new Timescale(100), 1, new Propagation(2, Duration.ZERO, Duration.ofDays(1))));

    @AfterEach
    void close() throws IOException {
        service.close();
    }

    @Test
    void aLateNodeForwardsAsItUsedToWhileTheOthersAndTheApiHaveChanged() throws Exception {
        moveTraffic();
        assertThat(service.hostBehind(LATE)).isEqualTo("h1");
        assertThat(service.hostBehind(PROMPT)).isEqualTo("h2");
        assertThat(service.balancer.weights("L")).isEqualTo(Map.of("A", 0, "B", 1));
    }

    @Test
    void aGroupThatANodeStillForwardsToIsStillChecked() throws Exception {
        moveTraffic();
        service.forward("B", 1);
        assertThat(service.balancer.uses("A")).isTrue();
        assertThat(service.balancer.targets("A")).containsEntry("h1", TargetState.HEALTHY);
    }

    @Test
    void aNodeThatForwardsToAGroupThatIsGoneAnswers503() throws Exception {
        moveTraffic();
        service.forward("B", 1);
        service.balancer.removeGroup("A");
        assertThat(service.hostBehind(LATE)).isEmpty();
        assertThat(service.hostBehind(PROMPT)).isEqualTo("h2");
    }

    @Test
    void aNewListenerIsReadyOnEveryNode() throws Exception {
        service.forward("A", 1);
        service.healthyTarget("A", "h1");
        assertThat(service.hostBehind(LATE)).isEqualTo("h1");
        assertThat(service.hostBehind(PROMPT)).isEqualTo("h1");
    }

    @Test
    void eachNodeGoesRoundTheTargetsByItself() throws Exception {
        service.forward("A", 1);
        service.healthyTarget("A", "h1");
        service.healthyTarget("A", "h2");
        String first = service.hostBehind(LATE);
        String other = first.equals("h1") ? "h2" : "h1";
        assertThat(service.hostBehind(PROMPT)).isEqualTo(first);
        assertThat(service.hostBehind(PROMPT)).isEqualTo(other);
        assertThat(service.hostBehind(LATE)).isEqualTo(other);
    }

    @Test
    void aChangeNeverOvertakesAnEarlierOne() throws Exception {
        Queue<Duration> delays =
                new ArrayDeque<>(List.of(Duration.ofMillis(20), Duration.ZERO, Duration.ofMillis(5), Duration.ZERO));
        List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
        DelayedChanges later = new DelayedChanges(new RealTimers(new Timescale(1)), delays::remove);
        for (int change = 1; change <= 4; change++) {
            int number = change;
            later.add(() -> seen.add(number));
        }
        Service.await(() -> seen.size() == 4);
        assertThat(seen).containsExactly(1, 2, 3, 4);
    }

    /** From {@code h1} in A to {@code h2} in B. */
    private void moveTraffic() throws Exception {
        service.forward("A", 1, "B", 0);
        service.healthyTarget("A", "h1");
        service.healthyTarget("B", "h2");
        service.forward("A", 0, "B", 1);
    }
}
