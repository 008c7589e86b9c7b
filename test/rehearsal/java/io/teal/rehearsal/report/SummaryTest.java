package io.teal.rehearsal.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.load.Reconciliation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SummaryTest {
    private static final Report.Phase LOADED = new Report.Phase(
            "a phase with a name that is much too long",
            1.5,
            12.04,
            List.of(
                    new Report.FleetLine("blue", 0, 0, 0, Map.of("1.0.0", 0L)),
                    new Report.FleetLine("green", 100, 2, 2, Map.of("2.0.0", 6000L))),
            6000,
            12,
            0.44,
            39.12,
            "");

    private static String printed(Report report) {
        StringWriter text = new StringWriter();
        Summary.print(report, new PrintWriter(text));
        return text.toString();
    }

    private static Report report(Reconciliation totals, List<Report.Loss> losses, String invalid) {
        Report.Phase quiet = new Report.Phase("deploy", -1, 0.6, List.of(), 0, 0, 0, 0, "");
        return report(List.of(quiet, LOADED), totals, losses, invalid);
    }

    private static Report report(
            List<Report.Phase> phases, Reconciliation totals, List<Report.Loss> losses, String invalid) {
        return report(phases, totals, losses, invalid, "");
    }

    private static Report report(
            List<Report.Phase> phases, Reconciliation totals, List<Report.Loss> losses, String invalid, String stop) {
        TreeMap<String, Integer> noPart = new TreeMap<>(Map.of("AWS::EC2::VPC", 1, "AWS::EC2::Subnet", 4));
        Course course = new Course(0, List.of(), List.of(), List.of(), List.of(), List.of());
        return new Report(
                "Orders",
                42,
                20,
                500,
                phases,
                totals,
                losses,
                noPart,
                invalid,
                course,
                Recipe.UNKNOWN,
                new Report.Effort(0.1, 0.2, 12),
                facts(stop));
    }

    private static RunFacts facts(String stop) {
        List<String> staged = List.of("release: the last resource fails");
        return new RunFacts("", "", false, staged, stop, "", "", List.of(), List.of());
    }

    @Test
    void aModelledRunSaysSoAndHasNoFiguresOfThisMachine() {
        assertThat(printed(Reports.named("web")))
                .contains("seed 1, 500 requests/s; hosts and requests were modelled\n")
                .doesNotContain("CPU", "faster", "were real");
    }

    @Test
    void aCleanRunReads() {
        assertThat(printed(report(new Reconciliation(12_537, 0, 0, 0, true), List.of(), "")))
                .isEqualToNormalizingNewlines("""
                        in the end green serves 2.0.0; 0 of 12,537 requests lost

                            phase                            seconds  requests    lost   p50 ms   p99 ms
                         1  deploy                               0.6         -       -        -        -
                         2  a phase with a name that is much    12.0     6,000      12      0.4     39.1
                              blue               weight 0         hosts -      1.0.0 answered 0
                              green              weight 100       hosts 2/2    2.0.0 answered 6,000
                        weight: from the beginning of a phase to its end; hosts: healthy of wanted, at
                          its end

                        lost 0 of 12,537, doubled 0 (95 % sure: fewer than 239 in a million are lost)
                        seed 42, 500 requests/s; timers ran 20x faster, boots and requests were real
                        CPU: generator 0.10 cores, simulated AWS 0.20; 99.9 % sent within 12 ms
                        staged on purpose: release: the last resource fails
                        not modelled: 5 resources: EC2::Subnet (4), EC2::VPC
                        """);
    }

    @Test
    void aDeployThatWentBackSaysWhyBelowItsLine() {
        Report.Phase back = new Report.Phase("release", 1, 9, List.of(), 10, 0, 1, 1, "green has no healthy targets");
        Report report = report(List.of(back), new Reconciliation(10, 0, 0, 0, true), List.of(), "");
        assertThat(printed(report)).contains("1.0\n      went back: green has no healthy targets\n");
    }

    @Test
    void aBadVersionIsTheFirstLineThenWhoServesAndWhatWasLost() {
        Report.Phase after = new Report.Phase(
                "after",
                9,
                1,
                List.of(new Report.FleetLine("blue", 100, 2, 2, Map.of("1.0.0", 500L))),
                500,
                0,
                1,
                1,
                "");
        List<Report.Loss> losses = List.of(
                new Report.Loss("500 from green 2.0.0", 30, "Http changed", 0, 1),
                new Report.Loss("500 from green 2.0.0", 7, "release began", 0, 1));
        Reconciliation totals = new Reconciliation(22_000, 37, 0, 0, true);
        String stop = "2.0.0 was taken back after 41 s: an alarm is in state ALARM";
        assertThat(printed(report(List.of(after), totals, losses, "", stop)))
                .startsWith(stop
                        + "\nin the end blue serves 1.0.0; 37 of 22,000 requests lost, all 500 from green\n  2.0.0\n");
    }

    @Test
    void aVersionThatHasTheTrafficAndAnswersNothingServesNothing() {
        Report.Phase after = new Report.Phase(
                "after", 9, 1, List.of(new Report.FleetLine("green", 100, 2, 2, Map.of("2.0.0", 0L))), 9, 9, 1, 1, "");
        Reconciliation totals = new Reconciliation(9, 9, 0, 0, true);
        assertThat(printed(report(List.of(after), totals, List.of(), "")))
                .startsWith("in the end green answers no request; 9 of 9 requests lost\n");
    }

    @Test
    void requestsOfAFleetWithoutWeightAreExplainedWhereThereAreAny() {
        Report.FleetLine former = new Report.FleetLine("blue", 0, 2, 2, Map.of("1.0.0", 350L));
        Report.Phase settle = new Report.Phase("settle", 9, 1, List.of(former), 350, 0, 1, 1, "");
        Reconciliation totals = new Reconciliation(350, 0, 0, 0, true);
        assertThat(printed(report(List.of(settle), totals, List.of(), "")))
                .contains("\nwith weight 0, requests came from a node of the load balancer that learned");
        assertThat(printed(report(totals, List.of(), ""))).doesNotContain("with weight 0");
    }

    @Test
    void aLedgerThatMissesAnswersCountsDoublesAtLeast() {
        assertThat(printed(report(new Reconciliation(100, 0, 1, 3, true), List.of(), "")))
                .contains("doubled 1 at least (3 answered requests are in no LEDGER)");
    }

    @Test
    void aRunThatLostSaysWhatAndWhen() {
        List<Report.Loss> losses =
                List.of(new Report.Loss("503 no registered targets in GreenGroup", 412, "Http changed", 0, 0.83));
        assertThat(printed(report(new Reconciliation(9_120, 412, 0, 0, false), losses, "")))
                .contains("lost 412 of 9,120, doubled not counted (no host wrote to LEDGER)\n")
                .contains("  412: 503 no registered targets in GreenGroup, 0.0-0.8 s after Http changed\n")
                .doesNotContain("in a million");
    }

    @Test
    void anInvalidRunClaimsNothing() {
        assertThat(printed(report(new Reconciliation(100, 0, 0, 0, true), List.of(), "the generator fell behind")))
                .startsWith("run invalid: the generator fell behind\n")
                .doesNotContain("in a million");
    }

    @Test
    void noLineIsLongerThanEightyColumns() {
        List<Report.Loss> losses = List.of(new Report.Loss("502 " + "word ".repeat(40), 1, "Http changed", 0, 1));
        assertThat(printed(report(new Reconciliation(1, 1, 0, 0, true), losses, ""))
                        .lines())
                .allMatch(line -> line.length() <= 80);
    }
}
