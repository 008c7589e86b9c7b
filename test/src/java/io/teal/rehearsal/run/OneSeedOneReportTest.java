package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.Deploys.ONE;
import static io.teal.rehearsal.run.Deploys.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.report.JsonReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the virtual clock a seed draws one course, to the last byte of its report. */
class OneSeedOneReportTest {
    private static final int RATE = 5;

    @TempDir
    private Path folder;

    @Test
    void twentyReportsOfOneSeedAreEqualAndThatOfAnotherIsNot() throws Exception {
        Set<String> reports = new HashSet<>();
        for (int run = 0; run < 20; run++) {
            reports.add(report(7));
        }
        assertThat(reports).hasSize(1).doesNotContain(report(8));
    }

    private String report(long seed) throws Exception {
        Deploys deploys = new Deploys(seed);
        Outcome outcome = deploys.run(
                settings(seed),
                deploys.deploy("first", ONE),
                new Leg.DisturbedDeploy(
                        deploys.deploy("release", RELEASED),
                        Leg.Moment.TRAFFIC_MOVES,
                        Duration.ofSeconds(30),
                        service -> service.loseHosts("green", 1)));
        assertThat(outcome.report().totals().lost()).isPositive();
        Path file = folder.resolve("report.json");
        JsonReport.write(outcome.report(), file);
        return Files.readString(file);
    }

    private static RehearsalSettings settings(long seed) {
        return new RehearsalSettings(RATE, new Timescale(1), seed, Optional.empty(), "/").onVirtualClock();
    }
}
