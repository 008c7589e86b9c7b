package io.teal.operate.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.operate.account.RefreshPace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefreshStagesTest {
    private static final Duration PAUSE = Duration.ofMinutes(5);

    private static RefreshStages stages(int size, Integer... checkpoints) {
        return new RefreshStages(
                new RefreshPace(List.of(checkpoints), PAUSE, Duration.ofMinutes(10), Duration.ofMinutes(2), ""), size);
    }

    private static List<Integer> until(RefreshStages stages) {
        return stages.all().stream().map(RefreshStages.Until::until).toList();
    }

    @Test
    void aPartOfAHostIsAWholeOne() {
        assertThat(until(stages(10, 20, 50, 100))).containsExactly(2, 5, 10);
        assertThat(until(stages(3, 20, 50, 100))).containsExactly(1, 2, 3);
    }

    @Test
    void aCheckpointThatReplacesNoHostIsLeftOut() {
        RefreshStages one = stages(1, 20, 50, 100);
        assertThat(one.all()).containsExactly(new RefreshStages.Until(1, 1, PAUSE));
        assertThat(stages(0, 20, 100).all()).isEmpty();
    }

    @Test
    void withoutCheckpointsAllHostsAreReplacedAtOnce() {
        RefreshStages all = stages(4);
        assertThat(all.all()).containsExactly(new RefreshStages.Until(4, 4, Duration.ZERO));
        assertThat(all.most()).isEqualTo(8);
        assertThat(all.atLeast()).isEqualTo(Duration.ofMinutes(12));
    }

    @Test
    void pausesWarmUpsAndBakeAreTheLeastTime() {
        assertThat(stages(10, 20, 50, 100).atLeast()).isEqualTo(Duration.ofMinutes(26));
        assertThat(stages(10, 20, 50, 100).most()).isEqualTo(15);
        assertThat(stages(0).most()).isZero();
    }
}
