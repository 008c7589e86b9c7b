package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.TealLike;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.cloudformation.Change;
import io.teal.rehearsal.aws.cloudformation.StackEvent;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.load.Exchange;
import io.teal.rehearsal.load.Reconciliation;
import io.teal.rehearsal.load.ServerLedgers;
import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.report.Reports;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReporterTest {
    private static final Instant START = Instant.now();
    private static final Map<String, FleetModel> HOSTS =
            Map.of("h1", TealLike.model("blue", "1.0.0", "").fleets().get("BlueFleet"));

    private static Instant at(double seconds) {
        return START.plusMillis((long) (seconds * 1000));
    }

    private static Exchange exchange(double due, int status, String host, String cause) {
        return new Exchange("r" + due, "GET", Timeline.micros(at(due)), 0, 1000, status, host, cause);
    }

    private static Timeline timeline() {
        Timeline timeline = new Timeline(InstantSource.system());
        for (String leg : List.of("deploy", "wait", "baseline", "promote", "hold")) {
            timeline.end(leg, at(10.0 * (timeline.spans().size() + 1)), List.of(), "");
        }
        timeline.add(new StackEvent(at(5), "Http", Change.CREATE, true));
        timeline.add(new StackEvent(at(32), "Http", Change.UPDATE, true));
        return timeline;
    }

    @Test
    void lossesAreNamedByCauseAndTimedFromTheChangeBeforeThem() {
        List<Report.Loss> losses = new Losses(timeline(), HOSTS)
                .of(List.of(
                        exchange(21, 200, "h1", ""),
                        exchange(22.5, 500, "h1", ""),
                        exchange(33, 503, "", "no registered targets in Green"),
                        exchange(42, 503, "", "no registered targets in Green"),
                        exchange(32.5, 0, "", "connection cut")));
        assertThat(losses)
                .containsExactlyInAnyOrder(
                        new Report.Loss("503 no registered targets in Green", 2, "Http changed", 1, 10),
                        new Report.Loss("connection cut", 1, "Http changed", 0.5, 0.5),
                        new Report.Loss("500 from blue 1.0.0", 1, "baseline began", 2.5, 2.5));
    }

    @Test
    void aFleetThatCameAndWentWithinALegIsReportedWithWhatItAnswered() {
        Timeline timeline = new Timeline(InstantSource.system());
        timeline.end("release, taken back", at(60), List.of(), "another resource failed");
        RehearsalSettings settings = new RehearsalSettings(1, new Timescale(60), 1, Optional.empty(), "/");
        Journey journey = new Journey(
                "test", TealLike.model("blue", "1.0.0", "").listeners().get("Production"), List.of());
        Report report = new Reporter(journey, settings, timeline, HOSTS)
                .report(
                        List.of(exchange(30, 200, "h1", "")),
                        new ServerLedgers(Map.of()),
                        new Report.Effort(0, 0, 0),
                        Reports.facts(""));
        assertThat(report.phases()).singleElement().satisfies(phase -> {
            assertThat(phase.wentBack()).isEqualTo("another resource failed");
            assertThat(phase.fleets()).containsExactly(new Report.FleetLine("blue", 0, 0, 0, Map.of("1.0.0", 1L)));
        });
    }

    @Test
    void aGeneratorThatFallsBehindMakesTheRunInvalid() {
        List<Exchange> exchanges = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            exchanges.add(new Exchange("r" + i, "GET", 0, i < 2 ? 1_100_000 : 0, 1, 200, "h1", ""));
        }
        Reconciliation fine = new Reconciliation(100, 0, 0, 0, true);
        assertThat(problem(exchanges, fine, "")).contains("fell behind: one request in a thousand left");
        assertThat(problem(exchanges.subList(2, 100), fine, "")).isEmpty();
    }

    @Test
    void aRunWithoutRequestsOrWithABrokenLedgerIsInvalid() {
        assertThat(problem(List.of(), new Reconciliation(0, 0, 0, 0, false), ""))
                .contains("no request");
        List<Exchange> one = List.of(exchange(1, 200, "h1", ""));
        assertThat(problem(one, new Reconciliation(1, 0, 0, 1, true), "")).contains("in no host's ledger");
    }

    @Test
    void whatAVersionDoesWrongIsNoReasonToCallTheRunInvalid() {
        assertThat(problem(List.of(), new Reconciliation(0, 0, 0, 0, false), "1.0.0 never got healthy"))
                .isEmpty();
        RehearsalSettings own = new RehearsalSettings(500, new Timescale(60), 1, Optional.of("serve"), "/");
        List<Exchange> one = List.of(exchange(1, 200, "h1", ""));
        assertThat(Validity.problem(one, new Reconciliation(1, 0, 0, 1, true), own, Reports.facts("")))
                .isEmpty();
    }

    private static String problem(List<Exchange> exchanges, Reconciliation totals, String stop) {
        RehearsalSettings usual = new RehearsalSettings(500, new Timescale(60), 1, Optional.empty(), "/");
        return Validity.problem(exchanges, totals, usual, Reports.facts(stop));
    }
}
