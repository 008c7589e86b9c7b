package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static io.teal.rehearsal.run.ExampleRun.RETIRED;
import static io.teal.rehearsal.run.ExampleRun.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.report.Report;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Releases of the example whose colours share their hosts, under load on the virtual clock. */
class SameHostTest {
    private ExampleRun example;

    @BeforeEach
    void begin() {
        example = new ExampleRun("same-host", "tickets");
    }

    @Test
    void aReleaseInOneDeployAndTheRetirementAfterItLoseNothing() throws Exception {
        Outcome outcome = example.run(
                ExampleRun.faulty(""),
                example.deploy("first", ONE),
                example.deploy("release", RELEASED),
                example.deploy("retire", RETIRED));
        outcome.lostNothing();
        assertThat(outcome.weight("green", "release")).isEqualTo(100);
        assertThat(outcome.answeredBy("2.0.0")).isPositive();
        assertThat(outcome.phase("retire").fleets())
                .filteredOn(fleet -> fleet.desired() > 0)
                .extracting(Report.FleetLine::name)
                .contains("green");
    }

    @Test
    void startingAndPromotingInTwoDeploysAndGoingBackLoseNothing() throws Exception {
        Outcome outcome = example.run(
                ExampleRun.faulty(""),
                example.deploy("first", ONE),
                example.deploy("start", STARTED),
                example.deploy("promote", RELEASED),
                example.deploy("back", STARTED + " allow=roll-back"));
        outcome.lostNothing();
        assertThat(outcome.weight("green", "promote")).isEqualTo(100);
        assertThat(outcome.weight("blue", "back")).isEqualTo(100);
    }

    @Test
    void aVersionThatIsNeverHealthyGoesBackBeforeItHasAnyTraffic() throws Exception {
        Outcome outcome = example.run(
                ExampleRun.faulty("NEVER_HEALTHY"),
                example.deploy("first", ONE),
                example.goesBack("release", RELEASED, "blue 1.0.0, green 2.0.0"),
                example.deploy("again", ONE));
        outcome.lostNothing();
        assertThat(outcome.weight("blue", "release")).isEqualTo(100);
        assertThat(outcome.answeredBy("2.0.0")).isZero();
    }

    @Test
    void aVersionThatAnswersErrorsGoesBack() throws Exception {
        Outcome outcome = example.run(
                ExampleRun.faulty("ERRORS"),
                example.deploy("first", ONE),
                example.goesBack("release", RELEASED, "in ALARM: "));
        assertThat(outcome.weight("blue", "release")).isEqualTo(100);
        assertThat(outcome.answeredBy("1.0.0")).isPositive();
    }

    @Test
    void aHostThatIsLostWhileTrafficMovesIsLostForBothAndReplacedForBoth() throws Exception {
        Leg.Deploy release = example.deploy("release", RELEASED);
        Outcome outcome = example.run(
                ExampleRun.faulty(""),
                example.deploy("first", ONE),
                new Leg.DisturbedDeploy(
                        release,
                        Leg.Moment.TRAFFIC_MOVES,
                        Duration.ofSeconds(30),
                        service -> service.loseHosts("green", 1)),
                new Leg.AwaitHealth("wait for health"));
        assertThat(outcome.phase("wait for health").fleets())
                .filteredOn(fleet -> fleet.desired() > 0)
                .hasSize(2)
                .allMatch(fleet -> fleet.healthy() == fleet.desired());
    }
}
