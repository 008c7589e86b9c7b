package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.Deploys.ONE;
import static io.teal.rehearsal.run.Deploys.RELEASED;
import static io.teal.rehearsal.run.Deploys.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.app.TemplatesOfTheApp;
import io.teal.rehearsal.Rehearsed;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.journey.Incident;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.journey.Production;
import io.teal.rehearsal.model.StackModel;
import io.teal.rehearsal.process.Leash;
import io.teal.rehearsal.report.Live;
import io.teal.rehearsal.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases of the example whose colours share their hosts, under load: real processes and real HTTP. */
@Rehearsed
class SameHostTest {
    private static final String RETIRED = "activeColor=green blueVersion=none greenVersion=2.0.0";

    @TempDir
    private Path folder;

    @Test
    void aReleaseInOneDeployAndTheRetirementAfterItLoseNothing() throws Exception {
        Report report = run("", deploy("first", ONE), deploy("release", RELEASED), deploy("retire", RETIRED));
        clean(report);
        assertThat(weight("green", "release", report)).isEqualTo(100);
        assertThat(answeredBy("2.0.0", report)).isPositive();
        assertThat(phase("retire", report).fleets())
                .filteredOn(fleet -> fleet.desired() > 0)
                .extracting(Report.FleetLine::name)
                .contains("green");
    }

    @Test
    void startingAndPromotingInTwoDeploysAndGoingBackLoseNothing() throws Exception {
        Report report = run(
                "",
                deploy("first", ONE),
                deploy("start", STARTED),
                deploy("promote", RELEASED),
                deploy("back", STARTED + " allow=roll-back"));
        clean(report);
        assertThat(weight("green", "promote", report)).isEqualTo(100);
        assertThat(weight("blue", "back", report)).isEqualTo(100);
    }

    @Test
    void aVersionThatIsNeverHealthyGoesBackBeforeItHasAnyTraffic() throws Exception {
        Report report = run(
                "NEVER_HEALTHY",
                deploy("first", ONE),
                goesBack("release", "blue 1.0.0, green 2.0.0"),
                deploy("again", ONE));
        clean(report);
        assertThat(weight("blue", "release", report)).isEqualTo(100);
        assertThat(answeredBy("2.0.0", report)).isZero();
    }

    @Test
    void aVersionThatAnswersErrorsGoesBack() throws Exception {
        Report report = run("ERRORS", deploy("first", ONE), goesBack("release", "an alarm is in state ALARM"));
        assertThat(report.invalid()).isEmpty();
        assertThat(weight("blue", "release", report)).isEqualTo(100);
        assertThat(answeredBy("1.0.0", report)).isPositive();
    }

    @Test
    void aHostThatIsLostWhileTrafficMovesIsLostForBothAndReplacedForBoth() throws Exception {
        Leg.Deploy release = deploy("release", RELEASED);
        Report report = run(
                "",
                deploy("first", ONE),
                new Leg.DisturbedDeploy(
                        release, Leg.Moment.TRAFFIC_MOVES, Duration.ofSeconds(30), new Incident.LostHosts("green", 1)),
                new Leg.AwaitHealth("wait for health"));
        assertThat(report.invalid()).isEmpty();
        assertThat(phase("wait for health", report).fleets())
                .filteredOn(fleet -> fleet.desired() > 0)
                .hasSize(2)
                .allMatch(fleet -> fleet.healthy() == fleet.desired());
    }

    private Leg.Deploy deploy(String name, String flags) throws IOException {
        return new Leg.Deploy(name, model(flags), Optional.empty());
    }

    private Leg.Deploy goesBack(String name, String reason) throws IOException {
        return new Leg.Deploy(name, model(RELEASED), Optional.empty(), Optional.of(reason));
    }

    private StackModel model(String flags) throws IOException {
        return TemplatesOfTheApp.model("same-host", "tickets", flags, folder, text -> text);
    }

    private Report run(String fault, Leg... legs) throws IOException, InterruptedException {
        List<Leg> all = new ArrayList<>(List.of(legs));
        all.add(1, new Leg.AwaitHealth("wait for health first"));
        all.add(new Leg.Hold("after", Duration.ofMinutes(1)));
        Settings usual = new Settings(200, new Timescale(100), 1, Optional.empty(), "/");
        Settings settings = fault.isEmpty() ? usual : usual.with(Conditions.fault("2.0.0", fault));
        Journey journey = new Journey("tickets", Production.of(model(ONE), Optional.empty()), all);
        try (Leash leash = new Leash();
                Live live = new Live(new PrintWriter(Writer.nullWriter()), false)) {
            return Rehearsal.run(journey, settings, leash, live);
        }
    }

    private static void clean(Report report) {
        assertThat(report.invalid()).isEmpty();
        assertThat(report.totals().lost()).as("%s", report.losses()).isZero();
        assertThat(report.totals().doubled()).isZero();
        assertThat(report.totals().sent()).isPositive();
    }

    private static Report.Phase phase(String name, Report report) {
        return report.phases().stream()
                .filter(phase -> phase.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static int weight(String color, String phase, Report report) {
        return phase(phase, report).fleets().stream()
                .filter(fleet -> fleet.name().equals(color))
                .findFirst()
                .orElseThrow()
                .weight();
    }

    private static long answeredBy(String version, Report report) {
        return report.phases().stream()
                .flatMap(phase -> phase.fleets().stream())
                .mapToLong(fleet -> fleet.requests().getOrDefault(version, 0L))
                .sum();
    }
}
