package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.app.TemplatesOfTheApp;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.demo.DemoService;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.journey.Production;
import io.teal.rehearsal.model.StackModel;
import io.teal.rehearsal.process.Leash;
import io.teal.rehearsal.report.Live;
import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.stack.Trouble;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single deploys of the default app under load, with real processes and real HTTP: what happens, and what is lost. */
class DeployCasesTest {
    private static final String ONE = "activeColor=blue blueVersion=1.0.0";
    private static final String STARTED = ONE + " greenVersion=2.0.0";
    private static final String RELEASED = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";
    private static final long SEED = Long.getLong("rehearsal.seed", 1);

    @TempDir
    private Path folder;

    private final Writer printed = new StringWriter();

    @Test
    void aReleaseInOneDeployLosesNothing() throws Exception {
        clean(run("", deploy("first", ONE), deploy("release", RELEASED)));
    }

    @Test
    void anotherResourceThatFailsWhileTrafficMovesBringsItHome() throws Exception {
        Trouble trouble = Trouble.anotherResourceFails(Duration.ofMinutes(4));
        clean(run("", deploy("first", ONE), troubled("release", RELEASED, trouble)));
    }

    @Test
    void anUpdateCancelledWhileTrafficMovesBringsItHome() throws Exception {
        Trouble trouble = Trouble.cancelled(Duration.ofMinutes(5));
        clean(run("", deploy("first", ONE), troubled("release", RELEASED, trouble), deploy("again", RELEASED)));
    }

    @Test
    void aCandidateThatIsNeverHealthyGetsNoTraffic() throws Exception {
        Report report = run(
                "2.0.0=NEVER_HEALTHY",
                deploy("first", ONE),
                goesBack("release", RELEASED, "gave up: green has 0 healthy targets"));
        clean(report);
        assertThat(answeredBy("2.0.0", report)).isZero();
    }

    @Test
    void aCandidateThatAnswersErrorsLosesItsOwnRequestsOnlyAndGoesBack() throws Exception {
        Settings slower = settings("2.0.0=ERRORS", 300, 60);
        Report report = run(
                slower,
                deploy("first", ONE),
                new Leg.Hold("traffic that a canary can be judged by", Duration.ofMinutes(12)),
                goesBack("release", RELEASED + " strategy=canary:20%,10m", "an alarm is in state ALARM"));
        assertThat(report.totals().doubled()).isZero();
        assertThat(report.losses()).isNotEmpty().allMatch(loss -> loss.cause().equals("500 from green 2.0.0"));
        assertThat(report.totals().lost()).isLessThan(report.totals().sent() / 5);
    }

    @Test
    void weightsWrittenByHandWhileTrafficMovesStopTheRelease() throws Exception {
        Report report = run(
                "",
                deploy("first", ONE),
                deploy("start", STARTED),
                byHand("all traffic to green, by hand", 0, 100),
                goesBack(
                        "infrastructure",
                        STARTED + " strategy=linear:50%,1m",
                        "live weights are 0/100 and the template"),
                deploy("settle", RELEASED));
        clean(report);
    }

    @Test
    void staleFlagsAreRefusedBeforeAnythingIsTouched() throws Exception {
        clean(run(
                "",
                deploy("first", ONE),
                deploy("release", RELEASED),
                goesBack("an old start deploy again", STARTED, "traffic would return to blue, which was active before"),
                goesBack("a colour left unsaid", "activeColor=green greenVersion=2.0.0", "blue runs 1.0.0 and your"),
                deploy("none is said", "activeColor=green blueVersion=none greenVersion=2.0.0")));
    }

    @Test
    void newConfigurationReachesNoHostThatServesNotEvenByAScaleOut() throws Exception {
        StackModel changed = TemplatesOfTheApp.model(ONE, folder, text -> text.replace("\"t3.small\"", "\"t3.large\""));
        Report report = run(
                "",
                deploy("first", ONE),
                new Leg.Deploy("infrastructure", changed, Optional.empty()),
                new Leg.Resize("scale out", "blue", 4));
        clean(report);
        assertThat(printed.toString()).doesNotContain("went back");
    }

    private Leg deploy(String name, String flags) throws IOException {
        return new Leg.Deploy(name, model(flags), Optional.empty());
    }

    private Leg troubled(String name, String flags, Trouble trouble) throws IOException {
        return new Leg.Deploy(name, model(flags), Optional.of(trouble));
    }

    private Leg goesBack(String name, String flags, String reason) throws IOException {
        return new Leg.Deploy(name, model(flags), Optional.empty(), Optional.of(reason));
    }

    private Leg byHand(String name, int blue, int green) throws IOException {
        Map<String, Integer> weights = model(STARTED).fleets().values().stream()
                .collect(Collectors.toMap(
                        fleet -> fleet.groups().get(0), fleet -> fleet.label().equals("blue") ? blue : green));
        return new Leg.ByHand(name, weights);
    }

    private StackModel model(String flags) throws IOException {
        return TemplatesOfTheApp.model(flags, folder, text -> text);
    }

    private Report run(String faults, Leg... legs) throws IOException, InterruptedException {
        return run(settings(faults, 200, 200), legs);
    }

    /** {@code faults} are {@code version=FAULT} words. */
    private static Settings settings(String faults, int rate, double speed) {
        return new Settings(rate, new Timescale(speed), SEED, Optional.of(command(faults)), "/");
    }

    /** After the first deploy there is load. */
    private Report run(Settings settings, Leg... legs) throws IOException, InterruptedException {
        List<Leg> all = new ArrayList<>(List.of(legs));
        all.add(1, new Leg.AwaitHealth("wait for health"));
        all.add(new Leg.Hold("after", Duration.ofMinutes(1)));
        Journey journey = new Journey("web", Production.of(model(ONE), Optional.empty()), all);
        try (Leash leash = new Leash();
                Live live = new Live(new PrintWriter(printed), false)) {
            return Rehearsal.run(journey, settings, leash, live);
        }
    }

    private static String command(String faults) {
        StringBuilder command = new StringBuilder("case $VERSION in ");
        for (String fault : faults.isEmpty() ? new String[0] : faults.split(" ")) {
            command.append(fault.replace("=", ") export FAULT=")).append(";; ");
        }
        return command.append("esac; exec ")
                .append(String.join(" ", Leash.java(DemoService.class)))
                .toString();
    }

    private void clean(Report report) {
        assertThat(report.invalid()).isEmpty();
        assertThat(report.totals().lost())
                .as("seed %d, %s", SEED, report.losses())
                .isZero();
        assertThat(report.totals().doubled()).as("seed %d", SEED).isZero();
        assertThat(report.totals().sent()).isPositive();
    }

    private static long answeredBy(String version, Report report) {
        return report.phases().stream()
                .flatMap(phase -> phase.fleets().stream())
                .mapToLong(fleet -> fleet.requests().getOrDefault(version, 0L))
                .sum();
    }
}
