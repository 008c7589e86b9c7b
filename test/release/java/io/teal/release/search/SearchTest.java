package io.teal.release.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Strategy;
import io.teal.release.engine.Mutant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {
    @Test
    void everyReachableStateKeepsTheLawsAndEveryRunEnds() {
        for (Scenario s : List.of(
                Scenarios.shift("all at once, 1 fault", 0, 100, new Strategy.AllAtOnce(), 1, 1),
                Scenarios.shift("canary 10, 1 fault", 0, 100, Scenarios.canary(10), 1, 1))) {
            long t = System.nanoTime();
            Model m = new Model(s, Mutant.none());
            Search.Result r = Search.of(m);
            System.out.println(
                    s.name() + " " + r.states() + " " + r.steps() + " " + (System.nanoTime() - t) / 1000000 + " ms");
            assertThat(r.broken().map(b -> b.law() + "\n" + String.join("\n", b.trace())))
                    .isEmpty();
        }
    }
}
