package io.teal.release.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.engine.Mutant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SearchTest {

    static Iterable<Scenario> scenarios() {
        return Scenarios.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyReachableStateKeepsTheLawsAndEveryRunEnds(Scenario scenario) {
        long began = System.nanoTime();
        Search.Result result = Search.of(new Model(scenario, Mutant.none()));
        long millis = (System.nanoTime() - began) / 1_000_000;
        Report.line(scenario + ": " + result.states() + " states, " + result.steps() + " steps, " + millis + " ms");
        assertThat(result.broken().map(Search.Broken::toString)).isEmpty();
    }
}
