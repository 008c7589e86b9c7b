package io.teal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.app.TemplatesOfTheApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rehearse --fast}: the journeys of real runs, with modelled hosts and requests. */
class FastRehearsalTest {
    private static final Path HAND_MADE = Path.of("examples/hand-made").toAbsolutePath();
    private static final String BOTH = " blueVersion=1.0.0 greenVersion=2.0.0";

    @TempDir
    private Path folder;

    private Teals usual(String report) throws IOException, InterruptedException {
        List<String> templates = new ArrayList<>();
        for (String flags : List.of(
                "activeColor=blue blueVersion=1.0.0",
                "activeColor=green" + BOTH,
                "activeColor=green" + BOTH,
                "activeColor=blue" + BOTH,
                "activeColor=blue greenVersion=none blueVersion=1.0.0")) {
            templates.add(TemplatesOfTheApp.text("default", "web", flags));
        }
        FakeApp.of(folder, templates);
        return Teals.run(folder, "rehearse", "--fast", "--seed", "1", "--json", report);
    }

    @Test
    void theUsualJourneyOfAServiceLosesNothingAndEachJvmWritesTheSameReport() throws Exception {
        Teals teal = usual("first-report.json");
        assertThat(teal.exit()).as(teal.toString()).isZero();
        assertThat(teal.out())
                .contains("lost 0 of ", "doubled 0", "retire green", "hosts and requests were modelled")
                .doesNotContain("CPU", "were real");
        JsonNode report =
                new ObjectMapper().readTree(folder.resolve("first-report.json").toFile());
        assertThat(report.at("/run/modelled").asBoolean()).isTrue();
        assertThat(report.path("effort").isNull()).isTrue();
        assertThat(usual("second-report.json").exit()).isZero();
        assertThat(folder.resolve("second-report.json")).hasSameTextualContentAs(folder.resolve("first-report.json"));
    }

    @Test
    void theHandMadePairLosesAndTheSummarySaysWhatAndWhen() throws Exception {
        Teals teal = Teals.run(
                folder,
                "rehearse",
                "--fast",
                "--seed",
                "1",
                "--templates",
                HAND_MADE.resolve("1.json").toString(),
                HAND_MADE.resolve("2.json").toString());
        assertThat(teal.exit()).as(teal.toString()).isEqualTo(1);
        assertThat(teal.out()).containsPattern("50[23] .* (in|by) GreenTargetGroup.* after Listener");
    }

    @Test
    void versionsThatCodeDeployInstallsAreRefusedByName() throws Exception {
        String template = TemplatesOfTheApp.text("with-codedeploy", "payments", "activeColor=blue blueVersion=1.0.0");
        Path file = Files.writeString(folder.resolve("payments.json"), template);
        Teals teal = Teals.run(folder, "rehearse", "--fast", "--templates", file.toString());
        assertThat(teal.exit()).as(teal.toString()).isEqualTo(2);
        assertThat(teal.err()).contains("CodeDeploy installs the versions of these templates", "without --fast");
    }
}
