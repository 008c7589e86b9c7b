package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Numbers;
import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.report.WeightCourse;
import java.util.List;
import java.util.stream.Collectors;

/** The phases: what weight each fleet had in them, from beginning to end, and its hosts at their ends. */
final class PhaseTable {
    private static final String NONE = "\u2013";

    private PhaseTable() {}

    static String of(Report report) {
        Table table = new Table("Phases", List.of("#", "phase", "#s", "#requests", "#lost", "##p50 ms", "#p99 ms"));
        for (int i = 0; i < report.phases().size(); i++) {
            phase(report, table, i + 1, report.phases().get(i));
        }
        return table.markup();
    }

    private static void phase(Report report, Table table, int number, Report.Phase phase) {
        boolean loaded = phase.requests() > 0;
        table.row(List.of(
                Integer.toString(number),
                phase.name(),
                Numbers.seconds(phase.seconds()),
                loaded ? Numbers.count(phase.requests()) : NONE,
                loaded ? Numbers.count(phase.lost()) : NONE,
                loaded ? Numbers.millis(phase.p50Millis()) : NONE,
                loaded ? Numbers.millis(phase.p99Millis()) : NONE));
        if (!phase.wentBack().isEmpty()) {
            table.note("back", "went back: " + phase.wentBack());
        }
        phase.fleets().forEach(fleet -> table.note("fleet", fleet(report, phase, fleet)));
    }

    private static String fleet(Report report, Report.Phase phase, Report.FleetLine fleet) {
        String hosts =
                fleet.desired() == 0 ? "no hosts" : fleet.healthy() + " of " + fleet.desired() + " hosts healthy";
        String requests = fleet.requests().entrySet().stream()
                .map(entry -> entry.getKey() + " answered " + Numbers.count(entry.getValue()))
                .collect(Collectors.joining(", "));
        String weight = WeightCourse.of(report, phase, fleet).replace("->", "\u2192");
        return fleet.name() + ": weight " + weight + ", " + hosts + (phase.requests() > 0 ? ", " + requests : "");
    }
}
