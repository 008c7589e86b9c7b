package io.teal.release.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.engine.Mutant;
import io.teal.release.step.Guard;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MutationTest {
    @ParameterizedTest
    @EnumSource(Guard.class)
    void withoutAGuardALawBreaks(Guard guard) {
        long began = System.nanoTime();
        Optional<Search.Broken> broken = Optional.empty();
        String where = "";
        for (Scenario scenario : Scenarios.all()) {
            broken = Search.of(new Model(scenario, Mutant.without(guard))).broken();
            where = scenario.name();
            if (broken.isPresent()) {
                break;
            }
        }
        Report.line(guard + " | " + where + " | "
                + broken.map(Search.Broken::law).orElse("SURVIVES") + " | " + (System.nanoTime() - began) / 1_000_000);
        assertThat(broken).isPresent();
    }
}
