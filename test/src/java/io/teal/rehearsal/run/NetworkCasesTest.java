package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static io.teal.rehearsal.run.ExampleRun.RETIRED;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.LongForm;
import io.teal.rehearsal.Rehearsed;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Releases of the example behind a Network Load Balancer, under load: real processes and real connections, most of them
 * kept.
 */
@Rehearsed
class NetworkCasesTest {
    private ExampleRun broker;

    @BeforeEach
    void begin(@TempDir Path folder) {
        broker = new ExampleRun("network-load-balancer", "broker", folder);
    }

    @Test
    void aReleaseInOneDeployLosesNothing() throws Exception {
        Outcome outcome =
                broker.run(ExampleRun.faulty(""), broker.deploy("first", ONE), broker.deploy("release", RELEASED));
        outcome.lostNothing();
        assertThat(outcome.weight("green", "release")).isEqualTo(100);
        assertThat(outcome.answeredBy("2.0.0", "after")).isPositive();
    }

    @LongForm
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

    @LongForm
    @Test
    void aVersionThatNeverListensGoesBackBeforeItHasAnyTraffic() throws Exception {
        Outcome outcome = broker.run(
                ExampleRun.faulty("CRASHES"),
                broker.deploy("first", ONE),
                broker.goesBack("release", RELEASED, "gave up: green has 0 healthy targets"));
        outcome.lostNothing();
        assertThat(outcome.weight("blue", "release")).isEqualTo(100);
        assertThat(outcome.answeredBy("2.0.0", "release")).isZero();
    }

    @Test
    void aVersionThatResetsConnectionsGoesBack() throws Exception {
        Outcome outcome = broker.run(
                ExampleRun.faulty("RESETS"),
                broker.deploy("first", ONE),
                broker.goesBack("release", RELEASED, "an alarm is in state ALARM"));
        assertThat(outcome.weight("blue", "release")).isEqualTo(100);
        assertThat(outcome.phase("after").lost()).isZero();
    }

    @LongForm
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
