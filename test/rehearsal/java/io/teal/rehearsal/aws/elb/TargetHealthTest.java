package io.teal.rehearsal.aws.elb;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetHealthTest {
    private static final HealthCheck.Thresholds THRESHOLDS = new HealthCheck.Thresholds(3, 2);

    /** {@code +} is a probe that passed, {@code -} one that failed. */
    @ParameterizedTest
    @CsvSource({
        "'', INITIAL",
        "+, HEALTHY",
        "-, INITIAL",
        "-+, HEALTHY",
        "--, UNHEALTHY",
        "+-, HEALTHY",
        "+--, UNHEALTHY",
        "+-+-, HEALTHY",
        "--++, UNHEALTHY",
        "--+++, HEALTHY",
        "--++-++, UNHEALTHY",
    })
    void theFirstPassMakesANewTargetHealthyAndThresholdsCountFromThen(String probes, TargetState state) {
        ProbedHealth health = ProbedHealth.INITIAL;
        for (char probe : probes.toCharArray()) {
            health = health.after(probe == '+', THRESHOLDS);
        }
        assertThat(health.state()).isEqualTo(state);
    }
}
