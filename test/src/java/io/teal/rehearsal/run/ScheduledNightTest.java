package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.teal.rehearsal.Remark;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.report.Course;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A scheduled action that takes the hosts of the colour that serves, by the template's clock. */
class ScheduledNightTest {
    private static final Pattern BLUE =
            Pattern.compile("\"(\\w*Blue\\w*)\":\\s*\\{\\s*\"Type\":\\s*\"AWS::AutoScaling::AutoScalingGroup\"");
    private static final Leg EVIDENCE = new Leg.Unchanged("evidence", Duration.ofMinutes(10));
    private static final Leg EVENING = new Leg.Unchanged("evening", Duration.ofMinutes(30));

    @Test
    void requestsOfANightAreLostAndThoseOfTheMorningAreAnswered() throws Exception {
        ExampleRun web = nights("20 * * * *", "35 * * * *");
        Outcome outcome = web.run(ExampleRun.usual(), web.deploy("first", ONE), EVENING, EVENING);
        assertThat(outcome.phase("evening").lost()).isPositive();
        assertThat(outcome.phase("after").lost()).isZero();
        outcome.endsAt("blue", "1.0.0");
        assertThat(outcome.report().course().decisions())
                .extracting(Course.RunDecision::run)
                .contains("Night", "Morning");
    }

    /** Green has all the traffic and is watched. */
    @Test
    void hostsThatANightTakesFromTheWayBackAreStartedAgain() throws Exception {
        ExampleRun web = nights("18 * * * *", "58 23 * * *");
        Outcome outcome =
                web.run(ExampleRun.usual(), web.deploy("first", ONE), EVIDENCE, web.deploy("release", RELEASED));
        outcome.lostNothing().endsAt("green", "2.0.0");
        assertThat(outcome.report().course().decisions())
                .extracting(Course.RunDecision::run, Course.RunDecision::reason)
                .containsSubsequence(
                        tuple("Night", "ServiceBlueGroupASG446BF52B has MinSize 0, MaxSize 8 and DesiredCapacity 0"),
                        tuple("shift-request-4", "the fleet to roll back to has too few hosts"));
        assertThat(outcome.phase("release").fleets())
                .filteredOn(fleet -> fleet.name().equals("blue"))
                .singleElement()
                .satisfies(blue -> assertThat(blue.healthy()).isEqualTo(2));
    }

    @Test
    void aScheduleThatIsNotDueInTheRunIsNamedWithItsNextTime() throws Exception {
        ExampleRun web = nights("0 20 * * *", "0 7 * * *");
        Outcome outcome = web.run(ExampleRun.usual(), web.deploy("first", ONE), EVIDENCE);
        outcome.lostNothing();
        assertThat(outcome.report().run().remarks())
                .extracting(Remark::line)
                .anyMatch(line ->
                        line.startsWith("not judged: what schedule Night does: the run was from 2026-01-01T00:00:00Z")
                                && line.contains("next due at 2026-01-01T20:00:00Z; --begin TIME"));
    }

    /** The default app with two scheduled actions of blue's group, which are no option of Teal's. */
    private static ExampleRun nights(String night, String morning) {
        return new ExampleRun("default", "web").reading(text -> {
            Matcher blue = BLUE.matcher(text);
            assertThat(blue.find()).isTrue();
            return text.replaceFirst(
                    "\"Resources\":\\s*\\{",
                    "\"Resources\": {" + schedule("Night", blue.group(1), night, 0)
                            + schedule("Morning", blue.group(1), morning, 2));
        });
    }

    private static String schedule(String id, String group, String cron, int size) {
        return String.format(
                "\"%s\": {\"Type\": \"AWS::AutoScaling::ScheduledAction\", \"Properties\": {\"AutoScalingGroupName\":"
                        + " {\"Ref\": \"%s\"}, \"Recurrence\": \"%s\", \"MinSize\": \"%d\", \"DesiredCapacity\": \"%d\"}},",
                id, group, cron, size, size);
    }
}
