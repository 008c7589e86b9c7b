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
                new Report.Effort(0.1, 0.2, 12));
    }

    @Test
    void aCleanRunReads() {
        assertThat(printed(report(new Reconciliation(12_537, 0, 0, 0, true), List.of(), "")))
                .isEqualToNormalizingNewlines("""

                            phase                            seconds  requests    lost   p50 ms   p99 ms
                         1  deploy                               0.6         -       -        -        -
                         2  a phase with a name that is much    12.0     6,000      12      0.4     39.1
                              blue               weight   0  healthy -      0 to 1.0.0
                              green              weight 100  healthy 2/2    6,000 to 2.0.0

                        lost 0 of 12,537, doubled 0 (95 % sure: fewer than 239 in a million are lost)
                        seed 42, 500 requests/s; timers ran 20x faster, boots and requests were real
                        CPU: generator 0.10 cores, simulated AWS 0.20; 99.9 % sent within 12 ms
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
                .contains("run invalid: the generator fell behind")
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
