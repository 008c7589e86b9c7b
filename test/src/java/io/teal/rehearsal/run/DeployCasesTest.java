package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.Deploys.ONE;
import static io.teal.rehearsal.run.Deploys.RELEASED;
import static io.teal.rehearsal.run.Deploys.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.cloudformation.Trouble;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.report.Findings;
import io.teal.rehearsal.report.Report;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Single deploys of the default app under load on the virtual clock: what happens, and what is lost. Once per seed;
 * {@code bench/rehearsal} takes many. After each run the stack is destroyed.
 */
@ParameterizedClass(name = "seed {0}")
@MethodSource("seeds")
class DeployCasesTest {
    @Parameter
    private long seed;

    private Deploys deploys;

    static LongStream seeds() {
        long first = Long.getLong("rehearsal.seed", 1);
        return LongStream.range(first, first + Long.getLong("rehearsal.seeds", 1));
    }

    @BeforeEach
    void begin() {
        deploys = new Deploys(seed);
    }

    @Test
    void anotherResourceThatFailsMeanwhileBringsTrafficHome() throws Exception {
        Outcome outcome = deploys.run(
                deploys.deploy("first", ONE),
                deploys.troubled(
                        "release",
                        RELEASED,
                        new Trouble("another resource of the stack failed", Optional.of(moment()))));
        outcome.lostNothing();
        assertThat(outcome.phase("release").wentBack()).isEqualTo("another resource of the stack failed");
        assertThat(outcome.weight("blue", "release")).isEqualTo(100);
    }

    @Test
    void anUpdateThatIsCancelledBringsTrafficHomeAndCanBeDeployedAgain() throws Exception {
        Outcome outcome = deploys.run(
                deploys.deploy("first", ONE),
                deploys.troubled("release", RELEASED, new Trouble("the update was cancelled", Optional.of(moment()))),
                deploys.deploy("again", RELEASED));
        outcome.lostNothing();
        assertThat(outcome.weight("blue", "release")).isEqualTo(100);
        assertThat(outcome.weight("green", "again")).isEqualTo(100);
    }

    @Test
    void whoeverBringsTrafficHomeByHandWhileItMovesEndsTheRelease() throws Exception {
        Outcome outcome = deploys.run(
                deploys.deploy("first", ONE),
                new Leg.DisturbedDeploy(
                        deploys.goesBack("release", RELEASED, "live weights are 100/0"),
                        Leg.Moment.TRAFFIC_MOVES,
                        Duration.ofSeconds(seed * 37 % 500),
                        service -> service.giveAllWeight("blue")));
        outcome.lostNothing();
        assertThat(outcome.weight("blue", "release")).isEqualTo(100);
    }

    @Test
    void anUnrelatedUpdateIsRefusedWhileLiveDiffers() throws Exception {
        deploys.run(
                        deploys.deploy("first", ONE),
                        deploys.deploy("start", STARTED),
                        new Leg.Happens("all traffic to green, by hand", service -> service.giveAllWeight("green")),
                        deploys.goesBack(
                                "infrastructure",
                                STARTED + " strategy=linear:50%,1m",
                                "live weights are 0/100 and the template"),
                        deploys.deploy("settle", RELEASED))
                .lostNothing();
    }

    @Test
    void anEmergencyAndThenADeployThatFailsLeavesTrafficWhereTheHandPutIt() throws Exception {
        Outcome outcome = deploys.run(
                deploys.deploy("first", ONE),
                deploys.deploy("release", RELEASED),
                new Leg.Happens("all traffic to blue, by hand", service -> service.giveAllWeight("blue")),
                deploys.troubled("settle, taken back", STARTED, Trouble.lastResourceFails()),
                deploys.deploy("settle", STARTED),
                deploys.deploy("retire at once", ONE + " greenVersion=none"));
        outcome.lostNothing();
        assertThat(outcome.weight("blue", "settle, taken back")).isEqualTo(100);
    }

    @Test
    void staleFlagsAreRefusedBeforeAnythingIsTouched() throws Exception {
        deploys.run(
                        deploys.deploy("first", ONE),
                        deploys.deploy("release", RELEASED),
                        deploys.goesBack(
                                "an old start deploy again",
                                STARTED,
                                "traffic would return to blue, which was active before"),
                        deploys.goesBack(
                                "a colour left unsaid",
                                "activeColor=green greenVersion=2.0.0",
                                "blue runs 1.0.0 and your"),
                        deploys.deploy("none is said", "activeColor=green blueVersion=none greenVersion=2.0.0"))
                .lostNothing();
    }

    @Test
    void newConfigurationLosesNothingNotEvenByAScaleOut() throws Exception {
        Outcome outcome = deploys.run(
                deploys.deploy("first", ONE),
                deploys.deploy("infrastructure", ONE, text -> text.replace("\"t3.small\"", "\"t3.large\"")),
                new Leg.Happens("scale out", service -> service.resize("blue", 4)),
                new Leg.AwaitHealth("wait for health"));
        outcome.lostNothing();
        assertThat(outcome.phase("infrastructure").wentBack()).isEmpty();
    }

    @Test
    void aBadVersionIsTakenBackAndTheReportSaysSoFirst() throws Exception {
        Outcome outcome = deploys.measured(
                deploys.settings("ERRORS"),
                deploys.deploy("first", ONE),
                deploys.troubled("release, taken back", RELEASED, Trouble.lastResourceFails()),
                deploys.deploy("never", RELEASED));
        assertThat(outcome.report().invalid()).isEmpty();
        assertThat(Findings.of(outcome.report())).hasSize(2);
        assertThat(Findings.of(outcome.report()).get(0))
                .matches("2\\.0\\.0 was taken back after \\d+ min: in ALARM: .*")
                .doesNotContain("see the logs");
        assertThat(Findings.of(outcome.report()).get(1))
                .startsWith("in the end blue serves 1.0.0; ")
                .endsWith(" requests lost, all 500 from green 2.0.0");
        assertThat(outcome.report().run().staged()).containsExactly("hosts of 2.0.0: [ERRORS]");
        assertThat(outcome.report().phases()).extracting(Report.Phase::name).endsWith("release, taken back", "after");
    }

    /** A moment within a release, which takes 800 s at least: another with each seed, and with 20 in each phase. */
    private Duration moment() {
        return Duration.ofSeconds(20 + seed * 37 % 68 * 10);
    }
}
