package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.TealLike;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.demo.HostFault;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.ProductionListener;
import io.teal.rehearsal.journey.RehearsedRelease;
import io.teal.rehearsal.report.Findings;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.report.QuietProgress;
import io.teal.rehearsal.report.Report;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a bad version does is the result of a run; on the virtual clock. */
class BadVersionTest {
    private static final StackModel BLUE = TealLike.model("blue", "1.0.0", "");
    private static final StackModel BOTH = TealLike.model("blue", "1.0.0", "2.0.0");
    private static final StackModel PROMOTED = TealLike.model("green", "1.0.0", "2.0.0");
    static final Journey JOURNEY = Journey.of(
            "test",
            List.of(
                    new RehearsedRelease("deploy", BLUE),
                    new RehearsedRelease("start", BOTH),
                    new RehearsedRelease("promote", PROMOTED)),
            ProductionListener.of(BLUE, Optional.empty()),
            true);
    private static final String SERVES = "in the end blue serves 1.0.0; 0 of ";

    private static Report report(String version, String fault) throws Exception {
        try (ProgressLine progress = quiet()) {
            return Rehearsal.modelled(JOURNEY, settings(version, fault), progress);
        }
    }

    private static RehearsalSettings settings(String version, String fault) {
        return new RehearsalSettings(50, new Timescale(1), 1, Optional.empty(), "/")
                .with(UnusualConditions.fault(version, HostFault.parse(fault)));
    }

    private static ProgressLine quiet() {
        return QuietProgress.line();
    }

    @Test
    void aVersionThatNeverStartsStopsTheRunAndTheOldOneServes() throws Exception {
        Report report = report("2.0.0", "CRASHES");
        assertThat(report.invalid()).isEmpty();
        assertThat(report.run().stop())
                .startsWith("2.0.0 never got healthy: 0 of 2 hosts of GreenFleet are healthy, and the process of one")
                .contains("hosts were modelled");
        assertThat(Findings.of(report)).last().asString().startsWith(SERVES);
        assertThat(report.clean()).isFalse();
        assertThat(report.phases()).extracting(Report.Phase::name).endsWith("wait for health", "after");
        assertThat(report.run().staged()).containsExactly("hosts of 2.0.0: [CRASHES]");
    }

    @Test
    void aFirstVersionThatNeverStartsIsAResultWithoutLoad() throws Exception {
        Report report = report("1.0.0", "CRASHES");
        assertThat(report.invalid()).isEmpty();
        assertThat(Findings.of(report)).first().asString().startsWith("1.0.0 never got healthy: 0 of 2 hosts");
        assertThat(report.totals().sent()).isZero();
    }

    @Test
    void aVersionThatAnswers500IsNamedWithWhatItCost() throws Exception {
        Report report = report("2.0.0", "ERRORS");
        assertThat(report.run().stop()).isEmpty();
        assertThat(Findings.of(report))
                .last()
                .asString()
                .startsWith("in the end green answers no request; ")
                .contains(" requests lost, ", "500 from green 2.0.0");
    }
}
