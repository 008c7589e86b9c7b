package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.Deploys.ONE;
import static io.teal.rehearsal.run.Deploys.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.app.TemplatesOfTheApp;
import io.teal.rehearsal.Rehearsed;
import io.teal.rehearsal.Timescale;
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

/**
 * Releases of the example behind a Network Load Balancer, under load: real processes and real connections, most of them
 * kept. Its listeners speak TLS; here they are TCP.
 */
@Rehearsed
class NetworkCasesTest {
    private static final int RATE = 200;
    private static final double SPEED = 100;

    private static final String RETIRED = "activeColor=green blueVersion=none greenVersion=2.0.0";

    @TempDir
    private Path folder;

    @Test
    void aReleaseInOneDeployLosesNothing() throws Exception {
        Report report = run("", deploy("first", ONE), deploy("release", RELEASED));
        clean(report);
        assertThat(weight("green", "release", report)).isEqualTo(100);
        assertThat(answeredBy("2.0.0", "after", report)).isPositive();
    }

    @Test
    void aRetirementClosesTheConnectionsThatAreLeft() throws Exception {
        Report report = run("", deploy("first", ONE), deploy("release", RELEASED), deploy("retire", RETIRED));
        assertThat(answeredBy("1.0.0", "after", report)).isZero();
        assertThat(answeredBy("2.0.0", "after", report)).isPositive();
    }

    @Test
    void aVersionThatNeverListensGoesBackBeforeItHasAnyTraffic() throws Exception {
        Report report =
                run("CRASHES", deploy("first", ONE), goesBack("release", "gave up: green has 0 healthy targets"));
        clean(report);
        assertThat(weight("blue", "release", report)).isEqualTo(100);
        assertThat(answeredBy("2.0.0", "release", report)).isZero();
    }

    @Test
    void aVersionThatResetsConnectionsGoesBack() throws Exception {
        Report report = run("RESETS", deploy("first", ONE), goesBack("release", "an alarm is in state ALARM"));
        assertThat(weight("blue", "release", report)).isEqualTo(100);
        assertThat(phase("after", report).lost()).isZero();
    }

    @Test
    void aVersionThatAnswersErrorsIsReleasedForNobodyHereCountsThem() throws Exception {
        Report report = run("ERRORS", deploy("first", ONE), deploy("release", RELEASED));
        assertThat(weight("green", "release", report)).isEqualTo(100);
        assertThat(report.losses()).isNotEmpty().allMatch(loss -> loss.cause().equals("500 from green 2.0.0"));
    }

    private Leg.Deploy deploy(String name, String flags) throws IOException {
        return new Leg.Deploy(name, model(flags), Optional.empty());
    }

    private Leg.Deploy goesBack(String name, String reason) throws IOException {
        return new Leg.Deploy(name, model(RELEASED), Optional.empty(), Optional.of(reason));
    }

    private StackModel model(String flags) throws IOException {
        return TemplatesOfTheApp.model("network-load-balancer", "broker", flags, folder, NetworkCasesTest::overTcp);
    }

    private static String overTcp(String template) {
        return template.replace("\"Protocol\": \"TLS\"", "\"Protocol\": \"TCP\"");
    }

    private Report run(String fault, Leg... legs) throws IOException, InterruptedException {
        List<Leg> all = new ArrayList<>(List.of(legs));
        all.add(1, new Leg.AwaitHealth("wait for health"));
        all.add(new Leg.Hold("after", Duration.ofMinutes(1)));
        Settings usual = new Settings(RATE, new Timescale(SPEED), 1, Optional.empty(), "/");
        Settings settings = fault.isEmpty() ? usual : usual.with(Conditions.fault("2.0.0", fault));
        Journey journey = new Journey("broker", Production.of(model(ONE), Optional.empty()), all);
        try (Leash leash = new Leash();
                Live live = new Live(new PrintWriter(Writer.nullWriter()), false)) {
            Report report = Rehearsal.run(journey, settings, leash, live);
            assertThat(report.invalid()).isEmpty();
            return report;
        }
    }

    private static void clean(Report report) {
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

    private static long answeredBy(String version, String phase, Report report) {
        return phase(phase, report).fleets().stream()
                .mapToLong(fleet -> fleet.requests().getOrDefault(version, 0L))
                .sum();
    }
}
