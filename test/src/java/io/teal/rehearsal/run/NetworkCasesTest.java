package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static io.teal.rehearsal.run.ExampleRun.RETIRED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Releases of the example behind a Network Load Balancer, under load on the virtual clock, over connections most of
 * which are kept.
 */
class NetworkCasesTest {
    private ExampleRun broker;

    @BeforeEach
    void begin() {
        broker = new ExampleRun("network-load-balancer", "broker");
    }

    @Test
    void aReleaseInOneDeployLosesNothing() throws Exception {
        Outcome outcome =
                broker.run(ExampleRun.faulty(""), broker.deploy("first", ONE), broker.deploy("release", RELEASED));
        outcome.lostNothing();
        assertThat(outcome.weight("green", "release")).isEqualTo(100);
        assertThat(outcome.answeredBy("2.0.0", "after")).isPositive();
    }

    @Test
    void aRetirementClosesTheConnectionsThatAreLeft() throws Exception {
        Outcome outcome = broker.run(
                ExampleRun.faulty(""),
                broker.deploy("first", ONE),
                broker.deploy("release", RELEASED),
                broker.deploy("retire", RETIRED));
        assertThat(outcome.answeredBy("1.0.0", "after")).isZero();
        assertThat(outcome.answeredBy("2.0.0", "after")).isPositive();
    }

    @Test
    void aVersionThatNeverListensGoesBackBeforeItHasAnyTraffic() throws Exception {
        Outcome outcome = broker.run(
                ExampleRun.faulty("CRASHES"),
                broker.deploy("first", ONE),
                broker.goesBack("release", RELEASED, "green's targets: "));
        outcome.lostNothing();
        assertThat(outcome.weight("blue", "release")).isEqualTo(100);
        assertThat(outcome.answeredBy("2.0.0", "release")).isZero();
    }

    @Test
    void aVersionThatResetsConnectionsGoesBack() throws Exception {
        Outcome outcome = broker.run(
                ExampleRun.faulty("RESETS"),
                broker.deploy("first", ONE),
                broker.goesBack("release", RELEASED, "in ALARM: "));
        assertThat(outcome.weight("blue", "release")).isEqualTo(100);
        assertThat(outcome.phase("after").lost()).isZero();
    }

    @Test
    void aVersionThatAnswersErrorsIsReleasedForNobodyHereCountsThem() throws Exception {
        Outcome outcome = broker.run(
                ExampleRun.faulty("ERRORS"), broker.deploy("first", ONE), broker.deploy("release", RELEASED));
        assertThat(outcome.weight("green", "release")).isEqualTo(100);
        assertThat(outcome.report().losses())
                .isNotEmpty()
                .allMatch(loss -> loss.cause().equals("500 from green 2.0.0"));
    }
}
