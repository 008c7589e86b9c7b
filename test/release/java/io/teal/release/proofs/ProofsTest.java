package io.teal.release.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.search.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ProofsTest {
    private static List<Proofs.Visit> visits;
    private static List<Proofs.Mutation> guards;
    private static List<Proofs.Mutation> rules;

    @BeforeAll
    static void search() {
        long began = System.nanoTime();
        visits = Proofs.visits();
        visits.forEach(
                visit -> Report.line(visit.where() + ": " + visit.result().states() + " states"));
        long states =
                visits.stream().mapToLong(visit -> visit.result().states()).sum();
        long heap = Runtime.getRuntime().maxMemory() >> 20;
        Report.line("searched " + states + " states in " + millis(began) + " ms, of " + heap + " MiB");
        guards = Proofs.guards();
        rules = Proofs.rules();
        Report.line(guards.size() + " guards and " + rules.size() + " rules taken away, " + millis(began) + " ms");
    }

    private static long millis(long began) {
        return (System.nanoTime() - began) / 1_000_000;
    }

    @Test
    void everyReachableStateKeepsTheLawsAndEveryRunEnds() {
        assertThat(visits)
                .allSatisfy(visit -> assertThat(visit.result().broken())
                        .as(visit.where() + ": " + visit.result().broken())
                        .isEmpty());
    }

    @Test
    void noGuardAndNoRuleCanBeTakenAwayUnnoticed() {
        assertThat(guards)
                .allSatisfy(mutation ->
                        assertThat(mutation.broken()).as(mutation.without()).isPresent());
        assertThat(rules)
                .allSatisfy(mutation ->
                        assertThat(mutation.broken()).as(mutation.without()).isPresent());
    }

    @Test
    void thePageOfProofsIsWhatWasFound() throws IOException {
        String page = ProofsPage.page(visits, guards, rules);
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(ProofsPage.PATH, page);
        }
        assertThat(ProofsPage.PATH)
                .as("rewrite it with -Dgolden.update=true")
                .content()
                .isEqualTo(page);
    }
}
