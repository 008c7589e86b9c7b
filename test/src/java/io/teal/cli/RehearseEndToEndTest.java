package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.rehearsal.Rehearsed;
import io.teal.rehearsal.demo.DemoService;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.release.Spelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Rehearsed
class RehearseEndToEndTest {
    @TempDir
    private Path folder;

    @Test
    void theUsualJourneyOfAnAppLosesNothing() throws Exception {
        Teals teal = Teals.valid(() -> {
            FakeApp.usual(folder);
            return Teals.run(folder, "rehearse", "--speed", "60", "--rate", "200", "--seed", "1", "--json", "r.json");
        });
        assertThat(teal.exit()).as(teal.toString()).isZero();
        assertThat(teal.out())
                .contains("lost 0 of ", "doubled 0", "promote green", "not modelled: 1 resource: EC2::VPC");
        assertThat(teal.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(new FakeApp(folder).context(4)).contains("\"blueVersion\":\"none\"", "\"team\":\"orders\"");
        assertThat(Files.readString(folder.resolve("environment"))).isEqualTo("false unset");
        JsonNode report = new ObjectMapper().readTree(folder.resolve("r.json").toFile());
        assertThat(report.path("totals").path("sent").asLong()).isPositive();
        assertThat(report.path("phases").size()).isEqualTo(9);
    }

    @Test
    void aVersionThatNeverStartsHasACodeOfItsOwnAndAllReportsAreWritten() throws Exception {
        String server = "[ $VERSION = 1.0.0 ] || { echo no module named orders; exit 4; }; exec "
                + String.join(" ", ChildProcesses.java(DemoService.class, Spelling.class));
        String[] words = {
            "rehearse", "--rate", "50", "--seed", "1", "--command", server, "--json", "r.json", "--html", "r.html"
        };
        Teals teal = Teals.valid(() -> {
            FakeApp.usual(folder);
            return Teals.run(folder, words);
        });
        assertThat(teal.exit()).as(teal.toString()).isEqualTo(6);
        assertThat(teal.out())
                .contains("\n2.0.0 never got healthy: 0 of 2 hosts of GreenFleet", "no module named orders")
                .contains("in the end blue serves 1.0.0; 0 of ");
        JsonNode report = new ObjectMapper().readTree(folder.resolve("r.json").toFile());
        assertThat(report.path("run").path("stop").asText()).startsWith("2.0.0 never got healthy");
        assertThat(folder.resolve("r.html")).isNotEmptyFile();
    }

    @Test
    void startAndPromoteInOneDeployIsRefused() throws IOException, InterruptedException {
        FakeApp.of(
                folder,
                java.util.List.of(
                        io.teal.rehearsal.TealLike.template("blue", "1.0.0", ""),
                        io.teal.rehearsal.TealLike.template("green", "1.0.0", "2.0.0")));
        Teals teal = Teals.run(
                folder,
                "rehearse",
                "--flags",
                "activeColor=blue blueVersion=1.0.0",
                "--flags",
                "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0");
        assertThat(teal.exit()).as(teal.toString()).isEqualTo(2);
        assertThat(teal.err()).contains("starts green and gives it traffic in one deploy", "make it two releases");
        assertThat(teal.err().lines()).hasSize(2);
    }

    @Test
    void theMessageOfAnAppThatFailsComesFirst() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("cdk.json"), "{\"app\": \"echo activeColor is missing; echo add it; exit 1\"}");
        Teals teal = Teals.run(folder, "rehearse");
        assertThat(teal.exit()).as(teal.toString()).isEqualTo(2);
        assertThat(teal.err()).contains("activeColor is missing", "add it");
    }
}
