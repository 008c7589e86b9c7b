package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.journey.Leg;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A fleet that a schedule's minimum has grown in the morning, and a deploy that goes back at noon: CloudFormation
 * writes the template's minimum, which is the night's, and no host leaves by that.
 */
class ScheduledMinimumTest {
    private static final Leg MORNING = new Leg.Happens("08:00, at least four", service -> service.resize("blue", 4));
    private static final Leg BOOTED = new Leg.AwaitHealth("four hosts");
    private static final Leg AFTERNOON = new Leg.Unchanged("afternoon", Duration.ofMinutes(10));

    private final ExampleRun web = new ExampleRun("default", "web");

    @Test
    void theHostsOfTheMorningServeAfterAReleaseThatWentBack() throws Exception {
        Outcome outcome = web.run(
                ExampleRun.faulty("NEVER_HEALTHY"),
                web.deploy("first", ONE),
                MORNING,
                BOOTED,
                web.goesBack("release", RELEASED, "green's targets: "),
                AFTERNOON);
        outcome.lostNothing().endsAt("blue", "1.0.0");
        assertThat(outcome.phase("release").fleets())
                .filteredOn(fleet -> fleet.name().equals("blue"))
                .singleElement()
                .satisfies(blue -> assertThat(blue.desired()).isEqualTo(4))
                .satisfies(blue -> assertThat(blue.healthy()).isEqualTo(4));
    }

    /** The deploy changes the fleet that serves, too, so that CloudFormation writes its sizes on the way back. */
    @Test
    void alsoIfTheFleetThatServesIsChangedAndPutBack() throws Exception {
        ExampleRun wider = web.reading(text -> text.replace("\"MaxSize\": \"8\"", "\"MaxSize\": \"10\""));
        Outcome outcome = web.run(
                ExampleRun.faulty("NEVER_HEALTHY"),
                web.deploy("first", ONE),
                MORNING,
                BOOTED,
                wider.goesBack("release", RELEASED, "green's targets: "),
                AFTERNOON);
        outcome.lostNothing().endsAt("blue", "1.0.0");
        assertThat(outcome.phase("release").fleets())
                .filteredOn(fleet -> fleet.name().equals("blue"))
                .singleElement()
                .satisfies(blue -> assertThat(blue.desired()).isEqualTo(4));
    }
}
