package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.journey.JourneyPlanner;
import io.teal.rehearsal.journey.Source;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.QuietProgress;
import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.report.Summary;
import io.teal.release.TealException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Templates that real use has, each with one mistake: whatever it is, the template is judged or refused by name. The
 * same mistakes each time, so that a change is what fails a build; {@code -Dmutations.seed} makes others,
 * {@code -Dmutations} more.
 */
class MutationsTest {
    private static final int MUTANTS = Integer.getInteger("mutations", 300);
    private static final int RATE = 2;
    private static final Path RESOURCES = Path.of("test/rehearsal/resources");

    @TempDir
    private Path folder;

    @Test
    void eachIsJudgedOrRefusedByName() throws Exception {
        long seed = Long.getLong("mutations.seed", 1);
        SplittableRandom random = new SplittableRandom(seed);
        List<JsonNode> originals = originals();
        int judged = 0;
        for (int i = 0; i < MUTANTS; i++) {
            Mutant mutant = Mutant.of(originals.get(random.nextInt(originals.size())), random);
            judged += judge(mutant, "-Dmutations.seed=" + seed + ", mutant " + i + ": " + mutant.what()) ? 1 : 0;
        }
        assertThat(judged).as("judged of %d, seed %d", MUTANTS, seed).isBetween(MUTANTS / 4, MUTANTS - 1);
    }

    private boolean judge(Mutant mutant, String name) throws IOException, InterruptedException {
        Path file =
                Files.writeString(folder.resolve("mutant.json"), mutant.root().toString());
        try {
            StringWriter shown = new StringWriter();
            Summary.print(report(file), new PrintWriter(shown));
            assertThat(shown.toString()).as(name).contains("lost ");
            return true;
        } catch (TealException refused) {
            assertThat(refused.getMessage()).as(name).isNotBlank().hasLineCount(1);
            assertThat(refused.hint()).as(name).isNotBlank().hasLineCount(1);
            return false;
        } catch (RuntimeException | StackOverflowError surprise) {
            return fail(name, surprise);
        }
    }

    private static Report report(Path file) throws IOException, InterruptedException {
        try (ChildProcesses processes = new ChildProcesses();
                ProgressLine progress = QuietProgress.line()) {
            Source source = Source.TemplateFiles.of(List.of(file, file), List.of(), true);
            RehearsalSettings settings = new RehearsalSettings(RATE, new Timescale(1), 1, Optional.empty(), "/");
            return Rehearsal.modelled(
                    new JourneyPlanner(Map.of(), Optional.empty(), processes, progress)
                            .plan(source)
                            .journey(),
                    settings,
                    progress);
        }
    }

    /** One in two is the shop, which has most of what templates have. */
    private static List<JsonNode> originals() throws IOException {
        List<JsonNode> originals = new ArrayList<>();
        try (Stream<Path> cases = Files.walk(RESOURCES.resolve("cases"))) {
            for (Path file :
                    cases.filter(one -> one.endsWith("a.json")).sorted().toList()) {
                originals.add(new ObjectMapper().readTree(file.toFile()));
            }
        }
        JsonNode shop = new ObjectMapper()
                .readTree(RESOURCES.resolve("mutations/shop.json").toFile());
        int cases = originals.size();
        for (int i = 0; i < cases; i++) {
            originals.add(shop);
        }
        return originals;
    }
}
