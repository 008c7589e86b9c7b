package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Numbers;
import io.teal.rehearsal.report.Report;
import java.util.List;
import java.util.stream.Collectors;

/** The phases and the fleets at their ends. */
final class PhaseTable {
    private static final String NONE = "\u2013";

    private PhaseTable() {}

    static String of(Report report) {
        Table table = new Table("Phases", List.of("#", "phase", "#s", "#requests", "#lost", "##p50 ms", "#p99 ms"));
        for (int i = 0; i < report.phases().size(); i++) {
            phase(table, i + 1, report.phases().get(i));
        }
        return table.markup();
    }

    private static void phase(Table table, int number, Report.Phase phase) {
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
        phase.fleets().forEach(fleet -> table.note("fleet", fleet(fleet, loaded)));
    }

    private static String fleet(Report.FleetLine fleet, boolean loaded) {
        String hosts =
                fleet.desired() == 0 ? "no hosts" : fleet.healthy() + " of " + fleet.desired() + " hosts healthy";
        String requests = fleet.requests().entrySet().stream()
                .map(entry -> Numbers.count(entry.getValue()) + " to " + entry.getKey())
                .collect(Collectors.joining(", "));
        return fleet.name() + ": weight " + fleet.weight() + ", " + hosts + (loaded ? ", " + requests : "");
    }
}
