package io.teal.cli;

import io.teal.rehearsal.load.Reconciliation;
import io.teal.rehearsal.report.Wrap;
import io.teal.rehearsal.scenario.Catalogue;
import io.teal.rehearsal.scenario.Scenario;
import io.teal.rehearsal.scenario.ScenarioResult;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;

/** Prints scenarios and their results, in 80 columns. */
final class FaultTable {
    private static final String HEADER = "%n%-20s %-7s %9s %7s %7s %8s  %-6s %s%n";
    private static final String ROW = "%-20.20s %-7s %9s %7s %7s %8s  %-6s %s%n";

    private final PrintWriter out;

    FaultTable(PrintWriter out) {
        this.out = out;
    }

    void list() {
        for (Scenario scenario : Catalogue.all()) {
            out.printf("%-20s %s%n", scenario.name(), scenario.rows());
            say("    " + scenario.fault());
            say("    expected: " + scenario.expected());
        }
    }

    void header() {
        out.printf(HEADER, "scenario", "row", "n", "lost", "doubled", "3/n ppm", "held", "control");
    }

    /** One scenario, and its negative control if it has one. */
    void row(ScenarioResult withTeal, Optional<ScenarioResult> byTheClock) {
        Reconciliation totals = withTeal.report().totals();
        out.printf(
                ROW,
                withTeal.scenario().name(),
                withTeal.scenario().rows(),
                count(totals.sent()),
                count(totals.lost()),
                count(totals.doubled()),
                bound(totals),
                withTeal.held() ? "yes" : "NO",
                byTheClock.map(FaultTable::control).orElse("none"));
        if (!withTeal.held()) {
            say("    broken: " + String.join("; ", withTeal.broken()));
        }
    }

    /** What was expected of one scenario, and whether it held. */
    void verdict(ScenarioResult result) {
        out.println();
        say(result.scenario().name() + " (" + result.scenario().rows() + "): "
                + result.scenario().fault());
        say("expected: " + result.scenario().expected());
        say(result.held() ? "held" : "broken: " + String.join("; ", result.broken()));
    }

    private void say(String line) {
        Wrap.print(out, line);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String bound(Reconciliation totals) {
        return totals.lost() == 0 && totals.sent() > 0 ? String.format(Locale.ROOT, "%.0f", 3e6 / totals.sent()) : "-";
    }

    private static String control(ScenarioResult byTheClock) {
        if (!byTheClock.valid()) {
            return "INVALID";
        }
        return byTheClock.held()
                ? "HELD"
                : "lost " + count(byTheClock.report().totals().lost());
    }
}
