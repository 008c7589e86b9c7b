package io.teal.rehearsal.run;

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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rolling releases of the example of one fleet under load, with real processes and real HTTP. */
@Rehearsed
class RollingCasesTest {
    private static final int RATE = 200;
    private static final double SPEED = 60;
    private static final String REFRESH_FAILED = "the instance refresh of TicketsFleetGroupASG";
    private static final Duration TWO_VERSIONS_SERVE = Duration.ofMinutes(3);

    @TempDir
    private Path folder;

    @Test
    void aReleaseLosesNothing() throws Exception {
        Report report = release("", deploy("2.0.0", Optional.empty()));
        assertThat(report.totals().lost()).as("%s", report.losses()).isZero();
        assertThat(report.totals().doubled()).isZero();
        assertThat(answeredAtTheEndBy("2.0.0", report)).isPositive();
        assertThat(answeredAtTheEndBy("1.0.0", report)).isZero();
    }

    @Test
    void aVersionThatNeverIsHealthyIsTakenBackWithinTheHourAndLosesNothing() throws Exception {
        Report report = release("NEVER_HEALTHY", deploy("2.0.0", Optional.of(REFRESH_FAILED)));
        assertThat(phase("release", report).wentBack()).endsWith("0 of 1 new hosts are healthy");
        assertThat(report.totals().lost()).as("%s", report.losses()).isZero();
        assertThat(answeredAtTheEndBy("1.0.0", report)).isPositive();
    }

    @Test
    void aVersionThatFailsIsTakenBackFromTheFirstCheckpoint() throws Exception {
        Report report = release("ERRORS", deploy("2.0.0", Optional.of(REFRESH_FAILED)));
        Report.Phase release = phase("release", report);
        assertThat(release.wentBack()).contains("HealthErrors").endsWith("is in state ALARM");
        assertThat(report.totals().lost()).isPositive().isLessThan(release.requests() * 3 / 10);
        assertThat(phase("after", report).lost()).isZero();
        assertThat(answeredAtTheEndBy("2.0.0", report)).isZero();
    }

    @Test
    void aHostThatIsLostMeanwhileCostsTheRequestsOfOneMinuteAtMost() throws Exception {
        Leg.Deploy deploy = deploy("2.0.0", Optional.empty());
        String fleet = deploy.model().fleets().firstKey();
        Report report = release(
                "",
                new Leg.DisturbedDeploy(
                        deploy, Leg.Moment.BEGINS, TWO_VERSIONS_SERVE, new Incident.LostHosts(fleet, 1)));
        assertThat(report.totals().lost()).as("%s", report.losses()).isLessThan((long) (RATE * 60 / SPEED));
        assertThat(answeredAtTheEndBy("1.0.0", report)).isZero();
        assertThat(answeredAtTheEndBy("2.0.0", report)).isPositive();
    }

    /** Releases 2.0.0, whose hosts have {@code fault}. */
    private Report release(String fault, Leg release) throws IOException, InterruptedException {
        Leg.Deploy first = new Leg.Deploy("first", model("1.0.0"), Optional.empty());
        List<Leg> legs = List.of(
                first,
                new Leg.AwaitHealth("wait for health"),
                new Leg.Hold("baseline", Duration.ofMinutes(5)),
                release,
                new Leg.Hold("after", Duration.ofMinutes(1)));
        Journey journey = new Journey("tickets", Production.of(first.model(), Optional.empty()), legs);
        Settings usual = new Settings(RATE, new Timescale(SPEED), 1, Optional.empty(), "/");
        Settings settings = fault.isEmpty() ? usual : usual.with(Conditions.fault("2.0.0", fault));
        try (Leash leash = new Leash();
                Live live = new Live(new PrintWriter(Writer.nullWriter()), false)) {
            Report report = Rehearsal.run(journey, settings, leash, live);
            assertThat(report.invalid()).isEmpty();
            return report;
        }
    }

    private Leg.Deploy deploy(String version, Optional<String> back) throws IOException {
        return new Leg.Deploy("release", model(version), Optional.empty(), back);
    }

    private StackModel model(String version) throws IOException {
        return TemplatesOfTheApp.model("rolling", "tickets", "version=" + version, folder, text -> text);
    }

    private static Report.Phase phase(String name, Report report) {
        return report.phases().stream()
                .filter(phase -> phase.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static long answeredAtTheEndBy(String version, Report report) {
        return phase("after", report).fleets().stream()
                .mapToLong(fleet -> fleet.requests().getOrDefault(version, 0L))
                .sum();
    }
}
