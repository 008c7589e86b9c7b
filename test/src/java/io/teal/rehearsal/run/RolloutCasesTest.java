package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static io.teal.rehearsal.run.ExampleRun.RETIRED;
import static io.teal.rehearsal.run.ExampleRun.STARTED;
import static io.teal.rehearsal.run.ExampleRun.losesAHost;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.cloudformation.Trouble;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.report.Course;
import io.teal.rehearsal.report.Report;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Eight hosts of {@code examples/rollout}, released by a quarter at a time, under load on the virtual clock. */
class RolloutCasesTest {
    private static final int HOSTS = 8;
    private static final String OWN = "500 from green 2\\.0\\.0";
    /** A step asks for a hundred requests by the traffic of the last hour. */
    private static final Leg EVIDENCE = new Leg.Unchanged("evidence", Duration.ofMinutes(20));

    private ExampleRun search;

    @BeforeEach
    void begin() {
        search = new ExampleRun("rollout", "search");
    }

    @Test
    void aReleaseLosesNothingAndTakesAQuarterMoreHosts() throws Exception {
        Outcome outcome = search.run(
                ExampleRun.usual(), search.deploy("first", ONE), EVIDENCE, search.deploy("release", RELEASED));
        outcome.lostNothing().endsAt("green", "2.0.0");
        Course.Hosts hosts = outcome.report().course().hosts();
        System.out.println("rollout of " + hosts.began() + " hosts by 25 %: " + hosts.most() + " at most");
        assertThat(hosts.began()).isEqualTo(HOSTS);
        assertThat(hosts.most()).isEqualTo(10).isLessThanOrEqualTo(HOSTS * 5 / 4 + 1);
        assertThat(desired(outcome, "green", "release")).isEqualTo(HOSTS);
        assertThat(desired(outcome, "blue", "release")).isZero();
    }

    @Test
    void aLifeOfTwoReleasesLosesNothingAndKeepsTheMinimum() throws Exception {
        Outcome outcome = search.run(
                ExampleRun.usual(),
                search.deploy("first", ONE),
                EVIDENCE,
                search.deploy("start", STARTED),
                search.deploy("release", RELEASED),
                search.deploy("roll back", STARTED + " allow=roll-back"),
                search.deploy("again", RELEASED + " strategy=all-at-once allow=roll-back"),
                search.deploy("retire", RETIRED));
        outcome.lostNothing().endsAt("green", "2.0.0");
        assertThat(desired(outcome, "green", "start")).isEqualTo(2);
        assertThat(desired(outcome, "green", "roll back")).isZero();
        assertThat(desired(outcome, "blue", "roll back")).isEqualTo(HOSTS);
        assertThat(desired(outcome, "green", "retire")).isEqualTo(HOSTS);
    }

    @ParameterizedTest
    @CsvSource({"60, 25", "900, 50", "1500, 75", "2050, 100"})
    void aVersionThatFailsInAnyShareCostsWhatItAnsweredItself(int seconds, int share) throws Exception {
        Outcome outcome = search.run(
                ExampleRun.faulty("ERRORS_AFTER:" + seconds),
                search.deploy("first", ONE),
                EVIDENCE,
                search.goesBack("release", RELEASED, "in ALARM: "));
        outcome.lostAtMost(40, OWN).endsAt("blue", "1.0.0");
        assertThat(outcome.report().totals().lost()).isPositive();
        assertThat(highest(outcome, "green")).as("share when it failed").isEqualTo(share);
        assertThat(desired(outcome, "blue", "release")).isEqualTo(HOSTS);
    }

    @ParameterizedTest
    @CsvSource({"blue, 100", "blue, 1000", "blue, 1700", "green, 100", "green, 1000", "green, 1700"})
    void aHostThatIsLostInAnyShareIsReplaced(String color, int seconds) throws Exception {
        Outcome outcome = search.run(
                ExampleRun.usual(),
                search.deploy("first", ONE),
                EVIDENCE,
                losesAHost(
                        search.deploy("release", RELEASED),
                        color,
                        Leg.Moment.TRAFFIC_MOVES,
                        Duration.ofSeconds(seconds)));
        outcome.lostAtMost(1, Outcome.DEAD).endsAt("green", "2.0.0");
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 700, 1200, 1700, 2100})
    void anUpdateThatIsCancelledInAnyShareBringsTrafficHome(long seconds) throws Exception {
        Trouble cancelled = new Trouble("the update was cancelled", Optional.of(Duration.ofSeconds(seconds)));
        Leg.Deploy release = search.deploy("release", RELEASED);
        Outcome outcome = search.run(
                ExampleRun.usual(),
                search.deploy("first", ONE),
                EVIDENCE,
                new Leg.Deploy("release", release.model(), Optional.of(cancelled)),
                search.deploy("again", RELEASED));
        outcome.lostNothing().endsAt("green", "2.0.0");
        assertThat(outcome.weight("blue", "release")).isEqualTo(100);
        assertThat(desired(outcome, "blue", "release")).isEqualTo(HOSTS);
    }

    @Test
    void aVersionThatIsNeverHealthyGetsNoShareAndTakesNoHostAway() throws Exception {
        Outcome outcome = search.run(
                ExampleRun.faulty("NEVER_HEALTHY"),
                search.deploy("first", ONE),
                EVIDENCE,
                search.goesBack("release", RELEASED, "green's targets: "));
        outcome.lostNothing().endsAt("blue", "1.0.0");
        assertThat(outcome.answeredBy("2.0.0")).isZero();
        assertThat(outcome.report().course().hosts().most()).isEqualTo(10);
    }

    private static int desired(Outcome outcome, String color, String phase) {
        return outcome.phase(phase).fleets().stream()
                .filter(fleet -> fleet.name().equals(color))
                .mapToInt(Report.FleetLine::desired)
                .sum();
    }

    private static int highest(Outcome outcome, String color) {
        return outcome.report().course().levels().stream()
                .filter(level -> level.fleet().equals(color))
                .mapToInt(Course.Level::weight)
                .max()
                .orElse(0);
    }
}
