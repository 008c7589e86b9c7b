package io.teal.release.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.engine.Mutant;
import io.teal.release.model.Installs;
import io.teal.release.model.Model;
import io.teal.release.model.Scenario;
import io.teal.release.model.Scenarios;
import io.teal.release.search.Search;
import io.teal.release.search.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The small ones of the searches of {@link ProofsTest}, for {@code etc/mutants}, which runs them for each mutant: they
 * find what the page says, to the last state. No test of the gate, which runs all of them.
 */
class MutantHunt {
    @Test
    void firstCreate() throws IOException {
        asThePageSays("first create");
    }

    @Test
    void canary() throws IOException {
        asThePageSays("canary of 1 ");
    }

    @Test
    void retire() throws IOException {
        asThePageSays("retire");
    }

    @Test
    void rollout() throws IOException {
        asThePageSays("rollout by 50");
    }

    @Test
    void install() throws IOException {
        for (Installs.Named install : Installs.all().subList(0, 4)) {
            asThePageSays(install.name(), install.model(Mutant.none()));
        }
    }

    private static void asThePageSays(String name) throws IOException {
        Scenario scenario = Scenarios.all().stream()
                .filter(one -> one.name().startsWith(name))
                .findFirst()
                .orElseThrow();
        asThePageSays(scenario.name(), new Model(scenario, Mutant.none()));
    }

    private static void asThePageSays(String name, Space space) throws IOException {
        Search.Result result = Search.of(space);
        assertThat(result.broken()).as(name).isEmpty();
        assertThat(Files.readString(Path.of(System.getProperty("teal.root", "")).resolve(ProofsPage.PATH)))
                .contains("| %s | %,d | %,d |".formatted(name, result.states(), result.steps()));
    }
}
