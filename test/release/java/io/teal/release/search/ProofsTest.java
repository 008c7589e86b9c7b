package io.teal.release.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofsTest {
    private static final Path PAGE = Path.of("docs", "proofs.md");

    @Test
    void everyLawHoldsEveryMutationIsNoticedAndThePageSaysSo() throws IOException {
        long began = System.nanoTime();
        List<Proofs.Visit> visits = Proofs.visits();
        visits.forEach(visit -> Report.line(visit.where() + ": "
                + visit.result().states() + " states, " + visit.result().steps() + " steps"));
        Report.line("searched in " + (System.nanoTime() - began) / 1_000_000 + " ms, "
                + Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB allowed");
        assertThat(visits)
                .allSatisfy(visit -> assertThat(visit.result().broken().map(Search.Broken::toString))
                        .as(visit.where())
                        .isEmpty());

        List<Proofs.Mutation> guards = Proofs.guards();
        List<Proofs.Mutation> rules = Proofs.rules();
        assertThat(guards)
                .allSatisfy(mutation ->
                        assertThat(mutation.broken()).as(mutation.without()).isPresent());
        assertThat(rules)
                .allSatisfy(mutation ->
                        assertThat(mutation.broken()).as(mutation.without()).isPresent());
        Report.line(guards.size() + " guards and " + rules.size() + " rules, each noticed when it is gone, in "
                + (System.nanoTime() - began) / 1_000_000 + " ms");

        String page = Proofs.page(visits, guards, rules);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("rewrite it with -Dgolden.update=true").content().isEqualTo(page);
    }
}
