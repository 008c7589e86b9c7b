package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static io.teal.rehearsal.run.ExampleRun.RETIRED;
import static io.teal.rehearsal.run.ExampleRun.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.cloudformation.Trouble;
import io.teal.rehearsal.journey.Leg;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code examples/sticky}, whose clients keep cookies that hold them on their colour: where are they when it goes? */
class StickyCasesTest {
    private static final String OWN = "500 from green 2\\.0\\.0";
    /** A step asks for a hundred requests by the traffic of the last hour. */
    private static final Leg EVIDENCE = new Leg.Unchanged("evidence", Duration.ofMinutes(30));

    private ExampleRun cart;

    @BeforeEach
    void begin() {
        cart = new ExampleRun("sticky", "cart");
    }

    @Test
    void aLifeOfTwoReleasesLosesNoClient() throws Exception {
        Outcome outcome = cart.run(
                ExampleRun.usual(),
                cart.deploy("first", ONE),
                EVIDENCE,
                cart.deploy("start", STARTED),
                cart.deploy("release", RELEASED),
                cart.deploy("roll back", STARTED + " allow=roll-back"),
                cart.deploy("again", RELEASED + " allow=roll-back"),
                cart.deploy("retire", RETIRED));
        outcome.lostNothing().endsAt("green", "2.0.0");
        assertThat(outcome.answeredBy("1.0.0", "after")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 400, 900})
    void aVersionThatFailsLosesItsClientsAtOnce(int seconds) throws Exception {
        Outcome outcome = cart.run(
                ExampleRun.faulty("ERRORS_AFTER:" + seconds),
                cart.deploy("first", ONE),
                EVIDENCE,
                cart.goesBack("release", RELEASED, "in ALARM: "));
        outcome.lostAtMost(40, OWN).endsAt("blue", "1.0.0");
        assertThat(outcome.report().totals().lost()).isPositive();
        assertThat(outcome.answeredBy("2.0.0", "after")).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {100, 800, 1200, 1500})
    void anUpdateThatIsCancelledTakesTheClientsHome(long seconds) throws Exception {
        Trouble cancelled = new Trouble("the update was cancelled", Optional.of(Duration.ofSeconds(seconds)));
        Leg.Deploy release = cart.deploy("release", RELEASED);
        Outcome outcome = cart.run(
                ExampleRun.usual(),
                cart.deploy("first", ONE),
                EVIDENCE,
                new Leg.Deploy("release", release.model(), Optional.of(cancelled)));
        outcome.lostNothing().endsAt("blue", "1.0.0");
        assertThat(outcome.answeredBy("2.0.0", "after")).isZero();
    }

    @Test
    void aReleaseThatAnotherResourceTakesBackLosesNoClient() throws Exception {
        Leg.Deploy release = cart.deploy("release", RELEASED);
        Outcome outcome = cart.run(
                ExampleRun.usual(),
                cart.deploy("first", ONE),
                EVIDENCE,
                new Leg.Deploy(
                        "release",
                        release.model(),
                        Optional.of(Trouble.lastResourceFails()),
                        Optional.of(Trouble.lastResourceFails().reason())));
        outcome.lostNothing().endsAt("blue", "1.0.0");
    }

    /** The weights are moved in the console: the action goes on naming green, whose clients go on renewing. */
    @Test
    void clientsThatAHandLeavesOnAColourLetGoOfItBeforeItIsRetired() throws Exception {
        Outcome outcome = cart.run(
                ExampleRun.usual(),
                cart.deploy("first", ONE),
                EVIDENCE,
                cart.deploy("release", RELEASED),
                new Leg.Happens("by hand", service -> service.giveAllWeight("blue")),
                new Leg.Unchanged("left", Duration.ofMinutes(20)),
                cart.deploy("settle", STARTED + " allow=roll-back"),
                new Leg.Unchanged("settled", Duration.ofMinutes(2)),
                cart.deploy("retire", ONE + " greenVersion=none"));
        outcome.lostNothing().endsAt("blue", "1.0.0");
        assertThat(outcome.answeredBy("2.0.0", "left")).as("they stay").isPositive();
        assertThat(outcome.answeredBy("2.0.0", "settled")).isZero();
    }
}
