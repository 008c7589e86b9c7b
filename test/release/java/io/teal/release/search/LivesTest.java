package io.teal.release.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.preflight.Judges;
import org.junit.jupiter.api.Test;

class LivesTest {
    static final int DEPLOYS = 4;

    @Test
    void noSequenceOfDeploysBreaksALaw() {
        Search.Result result = Search.of(new Lives(Judges.all(), DEPLOYS));
        Report.line("lives of " + DEPLOYS + " deploys: " + result.states() + " states, " + result.steps() + " steps");
        assertThat(result.broken().map(Search.Broken::toString)).isEmpty();
    }
}
