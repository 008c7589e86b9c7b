package io.teal.release.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.preflight.Judges;
import io.teal.release.preflight.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LivesTest {
    static final int DEPLOYS = 4;

    @Test
    void noSequenceOfDeploysBreaksALaw() {
        Search.Result result = Search.of(new Lives(Judges.all(), DEPLOYS));
        Report.line("lives of " + DEPLOYS + " deploys: " + result.states() + " states, " + result.steps() + " steps");
        assertThat(result.broken().map(Search.Broken::toString)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void withoutARuleALawBreaks(Rule rule) {
        Search.Result result = Search.of(new Lives(Judges.without(rule), DEPLOYS));
        Report.line(rule + " | " + result.broken());
        assertThat(result.broken()).isPresent();
    }
}
