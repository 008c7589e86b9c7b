package io.teal.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.app.TemplatesOfTheApp;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.process.Leash;
import io.teal.rehearsal.report.Live;
import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.run.Rehearsal;
import io.teal.rehearsal.run.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTest {
    @TempDir
    private static Path folder;

    static Stream<String> names() {
        String only = System.getProperty("scenarios", "");
        return Catalogue.all().stream()
                .map(Scenario::name)
                .filter(name -> only.isEmpty() || List.of(only.split(",")).contains(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void endsAsExpected(String name) throws Exception {
        Scenario scenario = Catalogue.named(name);
        Report report = run(
                scenario, WithTeal.journey(scenario, flags -> TemplatesOfTheApp.model(flags, folder, text -> text)));
        log("TEAL " + name + " lost " + report.totals() + " broken " + scenario.broken(report) + " "
                + report.losses()
                + report.phases().stream().map(p -> p.wentBack()).toList());
        assertThat(scenario.broken(report)).as("%s", report.losses()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("names")
    void losesByTheClock(String name) throws Exception {
        Scenario scenario = Catalogue.named(name);
        Report report = run(scenario, ByTheClock.journey(scenario));
        log("CLOCK " + name + " lost " + report.totals() + " broken " + scenario.broken(report) + " "
                + report.losses());
        assertThat(scenario.broken(report)).isNotEmpty();
    }

    private static void log(String line) throws IOException {
        java.nio.file.Files.writeString(
                Path.of("/tmp/scen.txt"),
                line + "\n",
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
    }

    private static Report run(Scenario scenario, Journey journey) throws IOException, InterruptedException {
        Settings usual = new Settings(
                Integer.getInteger("rate", 200),
                new Timescale(Integer.getInteger("speed", 200)),
                1,
                Optional.empty(),
                "/");
        try (Leash leash = new Leash();
                Live live = new Live(new PrintWriter(Writer.nullWriter()), false)) {
            return Rehearsal.run(journey, usual.with(scenario.conditions().apply(usual)), leash, live);
        }
    }
}
