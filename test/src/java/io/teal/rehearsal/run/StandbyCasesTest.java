package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static io.teal.rehearsal.run.ExampleRun.RETIRED;
import static io.teal.rehearsal.run.ExampleRun.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.cloudformation.Trouble;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Six hosts of {@code examples/standby}, as many as the load needs, under load on the virtual clock: the colour without
 * traffic keeps one.
 */
class StandbyCasesTest {
    private static final int HOSTS = 6;

    /** Six hosts have 47 %, and target tracking keeps them at 45 to 50. */
    private static final double CPU_OF_TWO = 140;

    private ExampleRun reports;

    @BeforeEach
    void begin() {
        reports = new ExampleRun("standby", "reports");
    }

    @Test
    void aLifeOfTwoReleasesLosesNothingAndTheColourWithoutTrafficIsSmall() throws Exception {
        Outcome outcome = rehearsed(
                "",
                reports.deploy("first", ONE),
                reports.deploy("start", STARTED),
                reports.deploy("release", RELEASED),
                reports.deploy("roll back", STARTED + " allow=roll-back"),
                reports.deploy("again", RELEASED + " strategy=linear:50%,1m allow=roll-back"),
                reports.deploy("retire", RETIRED));
        outcome.lostNothing().endsAt("green", "2.0.0");
        assertThat(desired(outcome, "green", "start")).isEqualTo(1);
        assertThat(desired(outcome, "green", "release")).isEqualTo(HOSTS);
        assertThat(desired(outcome, "blue", "release")).isEqualTo(1);
        assertThat(desired(outcome, "blue", "roll back")).isEqualTo(HOSTS);
        assertThat(desired(outcome, "green", "roll back")).isEqualTo(1);
        assertThat(desired(outcome, "blue", "again")).isEqualTo(1);
        assertThat(desired(outcome, "green", "retire")).isEqualTo(HOSTS);
    }

    @Test
    void aReleaseThatAnotherResourceTakesBackAfterTheStandbyRestsGrowsItFirst() throws Exception {
        Leg.Deploy release = reports.deploy("release", RELEASED);
        Outcome outcome = rehearsed(
                "",
                reports.deploy("first", ONE),
                new Leg.Deploy("release", release.model(), Optional.of(Trouble.lastResourceFails())));
        outcome.lostNothing().endsAt("blue", "1.0.0");
        assertThat(desired(outcome, "blue", "release")).isEqualTo(HOSTS);
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 400, 600, 750, 820})
    void anUpdateThatIsCancelledAtAnyMomentBringsTrafficHome(long seconds) throws Exception {
        Trouble cancelled = new Trouble("the update was cancelled", Optional.of(Duration.ofSeconds(seconds)));
        Leg.Deploy release = reports.deploy("release", RELEASED);
        Outcome outcome = rehearsed(
                "",
                reports.deploy("first", ONE),
                new Leg.Deploy("release", release.model(), Optional.of(cancelled)),
                reports.deploy("again", RELEASED));
        outcome.lostNothing().endsAt("green", "2.0.0");
        assertThat(desired(outcome, "blue", "release")).isEqualTo(HOSTS);
        assertThat(desired(outcome, "blue", "again")).isEqualTo(1);
    }

    @Test
    void aVersionThatFailsInTheBakeFindsTheOtherWhole() throws Exception {
        Outcome outcome = rehearsed(
                "ERRORS_AFTER:300", reports.deploy("first", ONE), reports.goesBack("release", RELEASED, "in ALARM: "));
        outcome.endsAt("blue", "1.0.0");
        assertThat(outcome.report().losses()).allMatch(loss -> loss.cause().equals("500 from green 2.0.0"));
        assertThat(desired(outcome, "blue", "release")).isEqualTo(HOSTS);
    }

    @Test
    void aDeployThatMovesNothingLeavesTheStandbySmall() throws Exception {
        Leg.Deploy other = new ExampleRun("standby", "reports")
                .reading(text -> text.replace("\"t3.small\"", "\"t3.large\""))
                .deploy("other", RELEASED);
        Outcome outcome = rehearsed("", reports.deploy("first", ONE), reports.deploy("release", RELEASED), other);
        outcome.lostNothing().endsAt("green", "2.0.0");
        assertThat(desired(outcome, "blue", "other")).isEqualTo(1);
    }

    /** With {@code fault} in the hosts of 2.0.0, and production grown to what the load needs. */
    private Outcome rehearsed(String fault, Leg... deploys) throws Exception {
        List<Leg> legs = new ArrayList<>(List.of(deploys));
        legs.addAll(
                1,
                List.of(
                        new Leg.Happens("grown", service -> service.resize("blue", HOSTS)),
                        new Leg.AwaitHealth("wait for all")));
        RehearsalSettings settings = ExampleRun.faulty(fault);
        return reports.run(settings.with(settings.conditions().busy(CPU_OF_TWO)), legs.toArray(Leg[]::new));
    }

    private static int desired(Outcome outcome, String color, String phase) {
        return outcome.phase(phase).fleets().stream()
                .filter(fleet -> fleet.name().equals(color))
                .mapToInt(Report.FleetLine::desired)
                .sum();
    }
}
