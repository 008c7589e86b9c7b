package io.teal.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.app.TemplatesOfTheApp;
import io.teal.rehearsal.Rehearsed;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.run.RehearsalSettings;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The short form: some scenarios on the default app, and some negative controls; {@code -Dscenarios=all} is for all.
 * The long form is {@code bin/teal rehearse --all}.
 */
@Rehearsed
class ScenariosTest {
    private static final List<String> SHORT =
            List.of("crash-on-boot", "host-lost-in-canary", "scaled-in", "late-node", "long-requests");
    private static final List<String> SHORT_CONTROLS = List.of("errors", "late-node");
    private static final int RATE = 500;
    private static final double SPEED = 100;

    @TempDir
    private static Path folder;

    static Stream<String> scenarios() {
        return chosen(SHORT);
    }

    static Stream<String> controls() {
        return chosen(SHORT_CONTROLS);
    }

    private static Stream<String> chosen(List<String> few) {
        String chosen = System.getProperty("scenarios", String.join(",", few));
        return chosen.equals("all") ? Catalogue.all().stream().map(Scenario::name) : Stream.of(chosen.split(","));
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void endsAsExpected(String name) throws Exception {
        ScenarioResult first = rehearsal().withTeal(Catalogue.named(name));
        ScenarioResult result = isTooLate(first) ? rehearsal().withTeal(Catalogue.named(name)) : first;
        assertThat(result.broken()).as("%s", result.report()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("controls")
    void goesWrongByTheClock(String name) throws Exception {
        ScenarioResult first = rehearsal().byTheClock(Catalogue.named(name));
        ScenarioResult result = isTooLate(first) ? rehearsal().byTheClock(Catalogue.named(name)) : first;
        assertThat(result.valid()).as("%s", result.broken()).isTrue();
        assertThat(result.held()).as("%s", result.report()).isFalse();
    }

    /** That a machine was busy for a moment says nothing of a release: such a run is repeated once. */
    private static boolean isTooLate(ScenarioResult result) {
        return !result.valid();
    }

    private static Scenarios rehearsal() {
        return new Scenarios(
                flags -> TemplatesOfTheApp.model(flags, folder, text -> text),
                new RehearsalSettings(RATE, new Timescale(SPEED), 1, Optional.empty(), "/"),
                new ProgressLine(new PrintWriter(Writer.nullWriter()), false));
    }
}
