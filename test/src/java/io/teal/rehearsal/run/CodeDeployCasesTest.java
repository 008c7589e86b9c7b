package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static io.teal.rehearsal.run.ExampleRun.RETIRED;
import static io.teal.rehearsal.run.ExampleRun.STARTED;
import static io.teal.rehearsal.run.ExampleRun.losesAHost;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.journey.Leg;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases whose versions CodeDeploy installs, under load on the virtual clock. */
class CodeDeployCasesTest {
    private static final String INSTALL = "green 2.0.0: ";

    @TempDir
    private Path folder;

    private Revisions revisions;
    private ExampleRun payments;

    @BeforeEach
    void begin() throws IOException {
        revisions = Revisions.copied(folder);
        payments = new ExampleRun("with-codedeploy", "payments");
    }

    @Test
    void aReleaseARetirementAndTheNextReleaseOntoTheColourThatIsFreeLoseNothing() throws Exception {
        revisions.with("3.0.0");
        run(
                        "",
                        payments.deploy("first", ONE),
                        payments.deploy("release", RELEASED),
                        payments.deploy("retire", RETIRED),
                        payments.deploy("next", "activeColor=blue blueVersion=3.0.0 greenVersion=2.0.0"))
                .lostNothing()
                .endsAt("blue", "3.0.0");
    }

    @Test
    void aVersionWhoseValidationFailsIsNamedWithHostAndScriptAndTheNextVersionGoesThrough() throws Exception {
        revisions.with("2.0.1");
        Outcome outcome = run(
                "CRASHES",
                payments.deploy("first", ONE),
                payments.goesBack("release", RELEASED, ""),
                payments.deploy("next", RELEASED.replace("2.0.0", "2.0.1")));
        outcome.lostNothing().endsAt("green", "2.0.1");
        assertThat(outcome.wentBack("release"))
                .containsPattern(
                        "h\\d+ failed in ValidateService, scripts/validate.sh exited with 1: the service does not answer");
        assertThat(outcome.answeredBy("2.0.0")).isZero();
    }

    @Test
    void aServerThatNeverAnswersItsHealthCheckGoesBackWithTheHostsThatWait() throws Exception {
        Outcome outcome = run(
                "NEVER_HEALTHY",
                payments.deploy("first", ONE),
                payments.goesBack("release", RELEASED, ""),
                payments.deploy("again", ONE));
        outcome.lostNothing().endsAt("blue", "1.0.0");
        assertThat(outcome.wentBack("release"))
                .contains("not installed after 20 min")
                .containsPattern("h\\d+ is InProgress in AllowTraffic");
        assertThat(outcome.answeredBy("2.0.0")).isZero();
    }

    @Test
    void aVersionThatAnswersErrorsGoesBackAndOnlyItsOwnAnswersAreLost() throws Exception {
        Outcome outcome =
                run("ERRORS", payments.deploy("first", ONE), payments.goesBack("release", RELEASED, "in ALARM: "));
        // All traffic for five minutes of eighteen: metrics are two minutes late.
        outcome.lostAtMost(30, "500 from green 2\\.0\\.0").endsAt("blue", "1.0.0");
        assertThat(outcome.report().totals().lost()).isPositive();
        assertThat(outcome.phase("after").lost()).isZero();
    }

    @Test
    void aHostThatIsLostWhileItIsInstalledIsNamedAndTheSameReleaseGoesThroughAgain() throws Exception {
        Outcome outcome = run(
                "BOOTS_IN:15",
                payments.deploy("first", ONE),
                losesAHost(
                        payments.goesBack("release", RELEASED, ""),
                        "green",
                        Leg.Moment.FLEET_APPEARS,
                        Duration.ofSeconds(100)),
                payments.deploy("again", RELEASED));
        outcome.lostNothing().endsAt("green", "2.0.0");
        assertThat(outcome.wentBack("release")).containsPattern("h\\d+ failed in ApplicationStart, .*");
    }

    @Test
    void aHostThatIsLostWhileTrafficMovesIsReplacedByOneWithItsVersion() throws Exception {
        Outcome outcome = run(
                "",
                payments.deploy("first", ONE),
                losesAHost(
                        payments.deploy("release", RELEASED),
                        "green",
                        Leg.Moment.TRAFFIC_MOVES,
                        Duration.ofSeconds(100)),
                new Leg.AwaitHealth("wait for health"));
        outcome.lostAtMost(2, Outcome.DEAD).endsAt("green", "2.0.0");
        assertThat(outcome.installed()).containsExactly("1.0.0", "1.0.0", "2.0.0", "2.0.0", "2.0.0");
    }

    @Test
    void hostsThatAreLaunchedWhileAVersionRestsGetTheVersionOfTheirColour() throws Exception {
        Outcome outcome = run(
                "",
                payments.deploy("first", ONE),
                payments.deploy("start", STARTED),
                new Leg.Happens("green grows", service -> service.resize("green", 4)),
                new Leg.Happens("blue grows", service -> service.resize("blue", 3)),
                new Leg.AwaitHealth("wait for health"),
                payments.deploy("promote", RELEASED));
        outcome.lostNothing().endsAt("green", "2.0.0");
        assertThat(outcome.installed()).containsOnly("1.0.0", "2.0.0");
        assertThat(Collections.frequency(outcome.installed(), "2.0.0")).isEqualTo(4);
        assertThat(Collections.frequency(outcome.installed(), "1.0.0")).isGreaterThanOrEqualTo(3);
    }

    /** The hosts of 2.0.0 have {@code fault}. */
    private Outcome run(String fault, Leg... legs) throws IOException, InterruptedException {
        return payments.run(ExampleRun.faulty(fault).installing(Optional.of(revisions.folder())), legs);
    }
}
