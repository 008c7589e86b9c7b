package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.rehearsal.TealLike;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.load.Exchange;
import io.teal.rehearsal.load.ServerLedgers;
import io.teal.rehearsal.report.Course;
import io.teal.rehearsal.report.Course.Milestone;
import io.teal.rehearsal.report.Course.RunDecision;
import io.teal.rehearsal.report.JsonReport;
import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.report.Reports;
import io.teal.rehearsal.report.SchemaOfReports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseTest {
    private static final Instant START = Instant.now();
    private static final StackModel MODEL = TealLike.model("blue", "1.0.0", "");
    private static final Map<String, FleetModel> HOSTS =
            Map.of("h1", MODEL.fleets().get("BlueFleet"));

    private final Timeline timeline = new Timeline(InstantSource.system());

    private static Instant at(double seconds) {
        return START.plusMillis((long) (seconds * 1000));
    }

    private static Exchange exchange(double due, int status, String host) {
        return new Exchange("r" + due, "GET", Timeline.micros(at(due)), 0, 2000, status, host, "");
    }

    private static Timeline.FleetState fleet(String name, int weight, int healthy) {
        return new Timeline.FleetState(name, name, "1.0.0", weight, healthy, 2, 2);
    }

    private Report report(Exchange... exchanges) {
        List<Leg> legs = List.of(new Leg.Deploy("deploy", MODEL, Optional.empty()), new Leg.AwaitHealth("wait"));
        Journey journey = new Journey("test", MODEL.listeners().get("Production"), legs);
        RehearsalSettings settings = new RehearsalSettings(1, new Timescale(60), 1, Optional.empty(), "/");
        timeline.end("deploy", at(5), List.of(), "");
        timeline.end("wait", at(100), List.of(), "");
        return new Reporter(journey, settings, timeline, HOSTS)
                .report(List.of(exchanges), new ServerLedgers(Map.of()), new Report.Effort(0, 0, 0), Reports.facts(""));
    }

    @Test
    void requestsAreSortedIntoSecondsFromTheFirstOneOn() {
        Course course = report(exchange(10, 200, "h1"), exchange(10.9, 502, ""), exchange(12.5, 0, ""))
                .course();
        assertThat(course.perSecond())
                .containsExactly(
                        new Course.Second(0, 2, Map.of("blue 1.0.0", 1L), Map.of("502", 1L), 2, 2),
                        new Course.Second(2, 1, Map.of(), Map.of("no answer", 1L), 2, 2));
        assertThat(course.servers()).containsExactly(new Course.Server("blue 1.0.0", "blue", "1.0.0"));
        assertThat(course.seconds()).isEqualTo(90);
    }

    @Test
    void onlyFleetsThatChangedAreKeptAndThoseThatAreGone() {
        timeline.sample(at(10), List.of(fleet("blue", 100, 2)));
        timeline.sample(at(11), List.of(fleet("blue", 100, 2)));
        timeline.sample(at(12), List.of());
        assertThat(report(exchange(10, 200, "h1")).course().levels())
                .containsExactly(new Course.Level(0, "blue", 100, 2, 2, 2), new Course.Level(2, "blue", 0, 0, 0, 0));
    }

    @Test
    void legsChangesOfWeightsAndEndsOfDeploysAreMarked() {
        timeline.sample(at(1), List.of(fleet("blue", 100, 2)));
        timeline.sample(at(20), List.of(fleet("blue", 90, 2), fleet("green", 10, 2)));
        timeline.sample(at(30), List.of(fleet("blue", 90, 1), fleet("green", 10, 2)));
        assertThat(report(exchange(10, 200, "h1")).course().marks())
                .contains(
                        new Milestone(-9, Milestone.MilestoneKind.WEIGHTS, "blue 100"),
                        new Milestone(-5, Milestone.MilestoneKind.RESULT, "deploy: complete"),
                        new Milestone(-5, Milestone.MilestoneKind.LEG, "wait"),
                        new Milestone(10, Milestone.MilestoneKind.WEIGHTS, "blue 90, green 10"))
                .hasSize(5);
    }

    @Test
    void aDecisionThatARunRepeatsIsCountedEvenIfAnotherRunSpeaksBetween() {
        List<Timeline.Said> lines = List.of(
                new Timeline.Said(0, "web shift-1 wait: green has 0 healthy: needs 2"),
                new Timeline.Said(1, "web preflight-2 opens FORWARD: []"),
                new Timeline.Said(2, "web shift-1 wait: green has 0 healthy: needs 2"),
                new Timeline.Said(2_000_000, "web shift-1 gives up"));
        assertThat(new Decisions(0).of(lines))
                .containsExactly(
                        new RunDecision(0, "web", "shift-1", "wait", "green has 0 healthy: needs 2", 2),
                        new RunDecision(1e-6, "web", "preflight-2", "opens FORWARD", "[]", 1),
                        new RunDecision(2, "web", "shift-1", "says", "gives up", 1));
    }

    @Test
    void theReportOfARunIsWhatTheSchemaSays(@TempDir Path folder) throws IOException {
        timeline.say("web shift-1 wait: green has 0 healthy");
        timeline.sample(at(1), List.of(fleet("blue", 100, 2)));
        Path file = folder.resolve("rehearsal.json");
        JsonReport.write(report(exchange(10, 200, "h1"), exchange(11, 502, "")), file);
        assertThat(SchemaOfReports.problems(new ObjectMapper().readTree(file.toFile())))
                .isEmpty();
    }
}
