package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.teal.rehearsal.Rehearsed;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.demo.DemoService;
import io.teal.rehearsal.demo.HostFault;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.QuietProgress;
import io.teal.rehearsal.report.Report;
import io.teal.release.Spelling;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A user's own service with a fault before it: real processes and real HTTP. */
@Rehearsed
class OwnServiceTest {
    private static final int RUNS = 3;
    private static final String OWN = String.join(" ", ChildProcesses.java(DemoService.class, Spelling.class));

    @Test
    void aFaultIsActedOutBeforeAUsersOwnService() throws Exception {
        Report report = decided();
        assertThat(report.losses()).isNotEmpty().allMatch(loss -> loss.cause().startsWith("50"));
        assertThat(report.losses()).anyMatch(loss -> loss.cause().equals("500 from green 2.0.0"));
        assertThat(report.totals().doublesCounted()).isTrue();
        assertThat(report.phases().stream()
                        .filter(phase -> phase.name().equals("baseline"))
                        .mapToLong(Report.Phase::lost))
                .containsExactly(0L);
    }

    /** A run that a busy machine has spoiled is repeated, at most twice; then nothing is decided. */
    private static Report decided() throws Exception {
        Report report = once();
        for (int run = 1; run < RUNS && !report.invalid().isEmpty(); run++) {
            report = once();
        }
        assumeThat(report.invalid()).as("undecided after %d real runs", RUNS).isEmpty();
        return report;
    }

    private static Report once() throws Exception {
        RehearsalSettings settings = new RehearsalSettings(50, new Timescale(200), 1, Optional.of(OWN), "/")
                .with(UnusualConditions.fault("2.0.0", HostFault.parse("ERRORS")));
        try (ChildProcesses processes = new ChildProcesses();
                ProgressLine progress = QuietProgress.line()) {
            return Rehearsal.run(BadVersionTest.JOURNEY, settings, processes, progress);
        }
    }
}
