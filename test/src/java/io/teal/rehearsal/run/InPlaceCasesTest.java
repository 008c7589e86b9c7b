package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.journey.Leg;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In place on one fleet of four hosts, half of them at a time, by CodeDeploy's stand-in on the virtual clock. */
class InPlaceCasesTest {
    private static final String ONE = "version=1.0.0";
    private static final String TWO = "version=2.0.0";
    private static final int HOSTS = 4;

    private ExampleRun bookings;

    @BeforeEach
    void begin() {
        bookings = new ExampleRun("in-place", "bookings");
    }

    private Outcome run(String fault, Leg release) throws IOException, InterruptedException {
        return bookings.run(
                ExampleRun.faulty(fault).installing(Optional.of(Revisions.EXAMPLE)),
                bookings.deploy("first", ONE),
                release);
    }

    /** The report names a host by what it was launched with; its disk says what it runs. */
    private static void everyHostRuns(String version, Outcome outcome) {
        assertThat(outcome.installed()).hasSize(HOSTS).containsOnly(version);
        assertThat(outcome.phase("after").lost()).isZero();
    }

    @Test
    void aReleaseInstallsEveryHostAndLosesNothing() throws Exception {
        Outcome outcome = run("", bookings.deploy("release", TWO)).lostNothing();
        everyHostRuns("2.0.0", outcome);
    }

    @Test
    void aVersionThatIsNeverHealthyNeverServesAndTheVersionBeforeIsPutBackOnEveryHost() throws Exception {
        Outcome outcome = run("CRASHES", bookings.goesBack("release", TWO, "")).lostNothing();
        assertThat(outcome.wentBack("release"))
                .containsPattern(
                        "h\\d+ failed in ValidateService, scripts/validate.sh exited with 1: the service does not answer");
        everyHostRuns("1.0.0", outcome);
    }

    @Test
    void aHostThatIsLostMeanwhileSendsTheReleaseBackAndCostsOnlyWhatWentToIt() throws Exception {
        Leg.Deploy release = bookings.goesBack("release", TWO, "");
        String fleet = release.model().fleets().firstKey();
        Outcome outcome = run("", ExampleRun.losesAHost(release, fleet, Leg.Moment.BEGINS, Duration.ofMinutes(2)));
        outcome.lostAtMost(2, Outcome.DEAD);
        assertThat(outcome.wentBack("release")).contains("failed in", "the host is gone");
        assertThat(outcome.phase("after").lost()).isZero();
    }

    @Test
    void aVersionThatAnswersErrorsGoesBackAndCostsOnlyItsOwnAnswers() throws Exception {
        Outcome outcome = run("ERRORS", bookings.goesBack("release", TWO, ""));
        assertThat(outcome.wentBack("release")).contains("ALARM");
        assertThat(outcome.report().losses())
                .isNotEmpty()
                .allMatch(loss -> loss.cause().startsWith("500 from"));
        everyHostRuns("1.0.0", outcome);
    }
}
