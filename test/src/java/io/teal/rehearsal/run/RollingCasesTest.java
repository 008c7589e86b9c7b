package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.report.Report;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rolling releases of the example of one fleet under load on the virtual clock. */
class RollingCasesTest {
    private static final String TWO = "version=2.0.0";
    private static final String REFRESH_FAILED = "the instance refresh of TicketsFleetGroupASG";
    private static final Duration TWO_VERSIONS_SERVE = Duration.ofMinutes(3);

    private ExampleRun example;

    @BeforeEach
    void begin() {
        example = new ExampleRun("rolling", "tickets");
    }

    @Test
    void aReleaseLosesNothing() throws Exception {
        Outcome outcome = release("", example.deploy("release", TWO));
        outcome.lostNothing();
        assertThat(outcome.answeredBy("2.0.0", "after")).isPositive();
        assertThat(outcome.answeredBy("1.0.0", "after")).isZero();
    }

    @Test
    void aVersionThatNeverIsHealthyIsTakenBackWithinTheHourAndLosesNothing() throws Exception {
        Outcome outcome = release("NEVER_HEALTHY", goesBack());
        assertThat(outcome.phase("release").wentBack()).endsWith("0 of 1 new hosts are healthy");
        outcome.lostNothing();
        assertThat(outcome.answeredBy("1.0.0", "after")).isPositive();
    }

    @Test
    void aVersionThatFailsIsTakenBackFromTheFirstCheckpoint() throws Exception {
        Outcome outcome = release("ERRORS", goesBack());
        Report.Phase release = outcome.phase("release");
        assertThat(release.wentBack()).contains("HealthErrors").endsWith("is in state ALARM");
        assertThat(outcome.report().totals().lost()).isPositive().isLessThan(release.requests() * 3 / 10);
        assertThat(outcome.phase("after").lost()).isZero();
        assertThat(outcome.answeredBy("2.0.0", "after")).isZero();
    }

    @Test
    void aHostThatIsLostMeanwhileCostsTheRequestsOfOneMinuteAtMost() throws Exception {
        Leg.Deploy deploy = example.deploy("release", TWO);
        String fleet = deploy.model().fleets().firstKey();
        Outcome outcome = release(
                "",
                new Leg.DisturbedDeploy(
                        deploy, Leg.Moment.BEGINS, TWO_VERSIONS_SERVE, service -> service.loseHosts(fleet, 1)));
        assertThat(outcome.report().totals().lost())
                .as("%s", outcome.report().losses())
                .isLessThan(ExampleRun.requests(Duration.ofMinutes(1)));
        assertThat(outcome.answeredBy("1.0.0", "after")).isZero();
        assertThat(outcome.answeredBy("2.0.0", "after")).isPositive();
    }

    /** Releases 2.0.0, whose hosts have {@code fault}. */
    private Outcome release(String fault, Leg release) throws IOException, InterruptedException {
        return example.run(
                ExampleRun.faulty(fault),
                example.deploy("first", "version=1.0.0"),
                new Leg.Unchanged("baseline", Duration.ofMinutes(5)),
                release);
    }

    private Leg.Deploy goesBack() throws IOException {
        return example.goesBack("release", TWO, REFRESH_FAILED);
    }
}
