package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.QuietProgress;
import io.teal.rehearsal.report.Report;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A run with real processes and real HTTP. One that a busy machine has spoiled is repeated, at most twice; then the
 * test is skipped, and says that it is undecided.
 */
final class RealRun {
    private static final int RUNS = 3;

    /** What a busy machine makes of a run; invalid for another reason, it fails. */
    private static final Pattern BUSY = Pattern.compile("free the machine|are healthy in time");

    private static final int RATE = 200;
    private static final double SPEED = 100;

    /** Nobody knows how long hosts of one's own may take to boot, so a busy machine is not told from a bad version. */
    private static final double CALM_SPEED = 50;

    private RealRun() {}

    /** {@code modelled}, with real hosts. */
    static Report decided(Journey journey, RehearsalSettings modelled) throws IOException, InterruptedException {
        RehearsalSettings settings = real(modelled, modelled.command(), SPEED);
        Report report = once(journey, settings);
        for (int run = 1; run < RUNS && !report.invalid().isEmpty(); run++) {
            report = once(journey, settings);
        }
        return decided(report);
    }

    /**
     * The same with hosts of {@code command}. A run that was stopped is repeated too, and the last one counts.
     *
     * @param begin done before each run
     */
    static Report decided(Journey journey, RehearsalSettings modelled, String command, Runnable begin)
            throws IOException, InterruptedException {
        RehearsalSettings settings = real(modelled, Optional.of(command), CALM_SPEED);
        begin.run();
        Report report = once(journey, settings);
        for (int run = 1; run < RUNS && !(report.invalid() + report.run().stop()).isEmpty(); run++) {
            begin.run();
            report = once(journey, settings);
        }
        return decided(report);
    }

    private static Report decided(Report report) {
        assumeThat(report.invalid())
                .as("undecided after %d real runs: %s", RUNS, report.invalid())
                .doesNotContainPattern(BUSY);
        assertThat(report.invalid()).isEmpty();
        return report;
    }

    private static RehearsalSettings real(RehearsalSettings modelled, Optional<String> command, double speed) {
        return new RehearsalSettings(RATE, new Timescale(speed), modelled.seed(), command, modelled.path())
                .sending(modelled.requests())
                .with(modelled.conditions())
                .installing(modelled.bundles());
    }

    private static Report once(Journey journey, RehearsalSettings settings) throws IOException, InterruptedException {
        try (ChildProcesses processes = new ChildProcesses();
                ProgressLine progress = QuietProgress.line()) {
            return Rehearsal.run(journey, settings, processes, progress);
        }
    }
}
