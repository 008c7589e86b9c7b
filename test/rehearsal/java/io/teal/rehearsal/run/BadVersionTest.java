package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.Rehearsed;
import io.teal.rehearsal.TealLike;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.demo.DemoService;
import io.teal.rehearsal.demo.HostFault;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.ProductionListener;
import io.teal.rehearsal.journey.RehearsedRelease;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.Findings;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.Report;
import io.teal.release.Spelling;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a bad version does is the result of a run. */
@Rehearsed
class BadVersionTest {
    private static final StackModel BLUE = TealLike.model("blue", "1.0.0", "");
    private static final StackModel BOTH = TealLike.model("blue", "1.0.0", "2.0.0");
    private static final StackModel PROMOTED = TealLike.model("green", "1.0.0", "2.0.0");
    private static final String SERVES = "in the end blue serves 1.0.0; 0 of ";

    /** A run that is invalid is repeated once: that a machine was busy for a moment says nothing of a version. */
    private static Report report(String version, String fault, Optional<String> command) throws Exception {
        Report first = once(version, fault, command);
        return first.invalid().isEmpty() ? first : once(version, fault, command);
    }

    private static Report once(String version, String fault, Optional<String> command) throws Exception {
        List<RehearsedRelease> releases = List.of(
                new RehearsedRelease("deploy", BLUE),
                new RehearsedRelease("start", BOTH),
                new RehearsedRelease("promote", PROMOTED));
        Journey journey = Journey.of("test", releases, ProductionListener.of(BLUE, Optional.empty()), true);
        RehearsalSettings settings = new RehearsalSettings(50, new Timescale(200), 1, command, "/")
                .with(UnusualConditions.fault(version, HostFault.parse(fault)));
        try (ChildProcesses processes = new ChildProcesses();
                ProgressLine progress = new ProgressLine(new PrintWriter(Writer.nullWriter()), false)) {
            return Rehearsal.run(journey, settings, processes, progress);
        }
    }

    @Test
    void aVersionThatNeverStartsStopsTheRunAndTheOldOneServes() throws Exception {
        Report report = report("2.0.0", "CRASHES", Optional.empty());
        assertThat(report.invalid()).isEmpty();
        assertThat(report.run().stop())
                .startsWith("2.0.0 never got healthy: 0 of 2 hosts of GreenFleet are healthy, and the process of one")
                .contains("a host of it printed: ");
        assertThat(Findings.of(report)).last().asString().startsWith(SERVES);
        assertThat(report.clean()).isFalse();
        assertThat(report.phases()).extracting(Report.Phase::name).endsWith("wait for health", "after");
        assertThat(report.run().staged()).containsExactly("hosts of 2.0.0: [CRASHES]");
    }

    @Test
    void aFirstVersionThatNeverStartsIsAResultWithoutLoad() throws Exception {
        Report report = report("1.0.0", "CRASHES", Optional.empty());
        assertThat(report.invalid()).isEmpty();
        assertThat(Findings.of(report)).first().asString().startsWith("1.0.0 never got healthy: 0 of 2 hosts");
        assertThat(report.totals().sent()).isZero();
    }

    @Test
    void aVersionThatAnswers500IsNamedWithWhatItCost() throws Exception {
        Report report = report("2.0.0", "ERRORS", Optional.empty());
        assertThat(report.run().stop()).isEmpty();
        assertThat(Findings.of(report))
                .last()
                .asString()
                .startsWith("in the end green answers no request; ")
                .contains(" requests lost, ", "500 from green 2.0.0");
    }

    @Test
    void aFaultIsActedOutBeforeAUsersOwnService() throws Exception {
        String own = String.join(" ", ChildProcesses.java(DemoService.class, Spelling.class));
        Report report = report("2.0.0", "ERRORS", Optional.of(own));
        assertThat(report.losses()).isNotEmpty().allMatch(loss -> loss.cause().startsWith("50"));
        assertThat(report.losses()).anyMatch(loss -> loss.cause().equals("500 from green 2.0.0"));
        assertThat(report.totals().doublesCounted()).isTrue();
        assertThat(report.phases().stream()
                        .filter(phase -> phase.name().equals("baseline"))
                        .mapToLong(Report.Phase::lost))
                .containsExactly(0L);
    }
}
