package io.teal.rehearsal.aws.autoscaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private static final Duration WINDOW = Duration.ofSeconds(10);

    private final Workload workload = new Workload(200, 250);

    @Test
    void twoHostsShareWhatIsOffered() {
        assertThat(workload.percent(2000, 2000, WINDOW, 2)).isEqualTo(40);
    }

    @Test
    void aFleetHasItsShareOfTheLoadAlsoAfterAStandstill() {
        assertThat(workload.percent(1250, 2500, WINDOW, 2)).isEqualTo(20);
    }

    @Test
    void whatWasNotSentIsNotMadeUp() {
        assertThat(workload.percent(1000, 1000, WINDOW, 2)).isEqualTo(20);
    }

    @Test
    void noRequestsAreNoWork() {
        assertThat(workload.percent(0, 0, WINDOW, 0)).isZero();
    }
}
