package io.teal.release.observation;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.plan.Plan;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures at their edges: what a mutation tool found that no other test had. */
class FiguresTest {
    /** One that is scaled to nothing is there. */
    @Test
    void aFleetIsThereIfItHasOrMayHaveHosts() {
        assertThat(new Fleet(0, 0, 8, List.of(), 0).exists()).isTrue();
        assertThat(new Fleet(1, 0, 0, List.of(), 0).exists()).isTrue();
        assertThat(new Fleet(0, 0, 0, List.of(), 0).exists()).isFalse();
        assertThat(Fleet.NONE.exists()).isFalse();
    }

    @Test
    void aFleetSaysHowManyHostsRunAnotherRelease() {
        assertThat(new Fleet(2, 0, 8, List.of(2, 1), 0)).hasToString("2 wanted, healthy [2, 1]");
        assertThat(new Fleet(2, 0, 8, List.of(2, 1), 1)).hasToString("2 wanted, healthy [2, 1], 1 of another release");
    }

    @Test
    void ofEqualWeightsBlueIsTheLarger() {
        assertThat(new Weights(50, 50).larger()).isEqualTo(Color.BLUE);
        assertThat(new Weights(49, 51).larger()).isEqualTo(Color.GREEN);
    }

    @Test
    void onlyARecoveryGoesOnFromWeightsOfSomeoneElse() {
        assertThat(Arrays.stream(Plan.Purpose.values()).filter(purpose -> !purpose.stopsOnForeignWeights()))
                .containsExactly(Plan.Purpose.RECOVER);
    }
}
