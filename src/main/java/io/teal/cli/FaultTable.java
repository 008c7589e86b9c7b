package io.teal.cli;

import io.teal.rehearsal.load.Reconciliation;
import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.report.Wrap;
import io.teal.rehearsal.scenario.Catalogue;
import io.teal.rehearsal.scenario.Scenario;
import io.teal.rehearsal.scenario.ScenarioResult;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.ToLongFunction;

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

    /** One scenario, and its negative control. */
    void row(ScenarioResult withTeal, ScenarioResult byTheClock) {
        out.printf(
                ROW,
                withTeal.scenario().name(),
                withTeal.scenario().rows(),
                count(withTeal, Reconciliation::sent),
                count(withTeal, Reconciliation::lost),
                count(withTeal, Reconciliation::doubled),
                bound(withTeal),
                withTeal.held() ? "yes" : "NO",
                control(byTheClock));
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

    private static String count(ScenarioResult result, ToLongFunction<Reconciliation> figure) {
        return result.report()
                .map(report -> String.format(Locale.ROOT, "%,d", figure.applyAsLong(report.totals())))
                .orElse("-");
    }

    private static String bound(ScenarioResult result) {
        return result.report()
                .map(Report::totals)
                .filter(totals -> totals.lost() == 0)
                .map(totals -> String.format(Locale.ROOT, "%.0f", 3e6 / totals.sent()))
                .orElse("-");
    }

    private static String control(ScenarioResult byTheClock) {
        if (!byTheClock.valid()) {
            return "INVALID";
        }
        return byTheClock.held() ? "HELD" : "lost " + count(byTheClock, Reconciliation::lost);
    }
}
