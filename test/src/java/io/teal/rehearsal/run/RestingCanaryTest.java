package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static io.teal.rehearsal.run.ExampleRun.STARTED;
import static io.teal.rehearsal.run.ExampleRun.losesAHost;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.teal.rehearsal.journey.Leg;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A share of production that rests on the candidate between two deploys, under load on the virtual clock. */
class RestingCanaryTest {
    private static final String RESTING = STARTED + " candidatePercent=25";
    private static final String OWN = "500 from green 2\\.0\\.0";
    /** A step of a canary asks for a hundred requests by the traffic of the last hour. */
    private static final Leg EVIDENCE = new Leg.Unchanged("evidence", Duration.ofMinutes(20));

    private static final Leg REST = new Leg.Unchanged("rest", Duration.ofMinutes(5));

    private ExampleRun web;

    @BeforeEach
    void begin() {
        web = new ExampleRun("default", "web");
    }

    @Test
    void aQuarterRestsOnTheCandidateAndThenItIsPromoted() throws Exception {
        Outcome outcome = web.run(
                ExampleRun.usual(),
                web.deploy("first", ONE),
                web.deploy("share", RESTING),
                REST,
                web.deploy("promote", RELEASED));
        outcome.lostNothing().endsAt("green", "2.0.0");
        assertThat(outcome.weight("green", "share")).isEqualTo(25);
        assertThat(outcome.share("2.0.0", "rest")).isCloseTo(0.25, within(0.08));
    }

    @Test
    void theShareIsTakenBackAndTheCandidateRetired() throws Exception {
        Outcome outcome = web.run(
                ExampleRun.usual(),
                web.deploy("first", ONE),
                web.deploy("share", RESTING),
                REST,
                web.deploy("take back", STARTED),
                web.deploy("retire", ONE + " greenVersion=none"));
        outcome.lostNothing().endsAt("blue", "1.0.0");
        assertThat(outcome.weight("green", "take back")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {RESTING, RELEASED + " strategy=canary:20%,10m", RELEASED + " strategy=linear:50%,5m"})
    void aVersionThatIsNeverHealthyGetsNoShare(String flags) throws Exception {
        Outcome outcome = web.run(
                ExampleRun.faulty("NEVER_HEALTHY"),
                web.deploy("first", ONE),
                EVIDENCE,
                web.goesBack("share", flags, "green's targets: "));
        outcome.lostNothing().endsAt("blue", "1.0.0");
        assertThat(outcome.answeredBy("2.0.0")).isZero();
    }

    @Test
    void aVersionThatAnswersErrorsGoesBackBeforeItsShareRests() throws Exception {
        Outcome outcome = web.run(
                ExampleRun.faulty("ERRORS"), web.deploy("first", ONE), web.goesBack("share", RESTING, "in ALARM: "));
        outcome.lostAtMost(12, OWN).endsAt("blue", "1.0.0");
        assertThat(outcome.report().totals().lost()).isPositive();
    }

    @Test
    void aVersionThatAnswersErrorsOnlyWhileItRestsIsNotPromotedAndCanBeTakenBack() throws Exception {
        Outcome outcome = web.run(
                ExampleRun.faulty("ERRORS_AFTER:1200"),
                web.deploy("first", ONE),
                web.deploy("share", RESTING),
                new Leg.Unchanged("rest", Duration.ofMinutes(15)),
                web.goesBack("promote", RELEASED, ""),
                web.deploy("take back", STARTED));
        outcome.lostAtMost(20, OWN).endsAt("blue", "1.0.0");
        assertThat(outcome.phase("rest").lost()).isPositive();
        assertThat(outcome.wentBack("promote")).startsWith("in ALARM: ");
        assertThat(outcome.lostShare("promote")).as("nothing was moved").isLessThan(0.4);
        assertThat(outcome.weight("green", "promote")).isEqualTo(25);
    }

    @Test
    void aHostThatIsLostWhileTheShareRestsIsReplacedBeforeThePromotion() throws Exception {
        Outcome outcome = web.run(
                ExampleRun.usual(),
                web.deploy("first", ONE),
                web.deploy("share", RESTING),
                new Leg.Happens("lost", service -> service.loseHosts("green", 1)),
                web.deploy("promote", RELEASED));
        outcome.lostAtMost(1, Outcome.DEAD).endsAt("green", "2.0.0");
    }

    @Test
    void aHostThatIsLostWhileTheShareMovesIsReplaced() throws Exception {
        Outcome outcome = web.run(
                ExampleRun.usual(),
                web.deploy("first", ONE),
                losesAHost(web.deploy("share", RESTING), "green", Leg.Moment.TRAFFIC_MOVES, Duration.ofSeconds(60)),
                web.deploy("promote", RELEASED));
        outcome.lostAtMost(1, Outcome.DEAD).endsAt("green", "2.0.0");
    }
}
