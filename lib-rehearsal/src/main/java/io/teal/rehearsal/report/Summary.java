package io.teal.rehearsal.report;

import io.teal.rehearsal.load.Reconciliation;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints a report in 80 columns. */
public final class Summary {
    private static final String HEADER = "%n    %-32s %7s %9s %7s %8s %8s%n";
    private static final String ROW = "%2d  %-32.32s %7.1f %9s %7s %8s %8s%n";

    private static final String FLEET = "      %-18.18s weight %3d  healthy %-5s  %s";

    private final PrintWriter out;

    private Summary(PrintWriter out) {
        this.out = out;
    }

    /** Prints {@code report}. */
    public static void print(Report report, PrintWriter out) {
        Summary summary = new Summary(out);
        summary.table(report);
        out.println();
        summary.verdict(report);
        report.losses().forEach(summary::loss);
        summary.small(report);
        out.flush();
    }

    private void table(Report report) {
        out.printf(HEADER, "phase", "seconds", "requests", "lost", "p50 ms", "p99 ms");
        int number = 1;
        for (Report.Phase phase : report.phases()) {
            phase(number++, phase);
            phase.fleets().forEach(this::fleet);
            if (!phase.wentBack().isEmpty()) {
                Wrap.print(out, "      went back: " + phase.wentBack());
            }
        }
    }

    private void phase(int number, Report.Phase phase) {
        boolean loaded = phase.requests() > 0;
        out.printf(
                Locale.ROOT,
                ROW,
                number,
                phase.name(),
                phase.seconds(),
                loaded ? Numbers.count(phase.requests()) : "-",
                loaded ? Numbers.count(phase.lost()) : "-",
                loaded ? millis(phase.p50Millis()) : "-",
                loaded ? millis(phase.p99Millis()) : "-");
    }

    private void fleet(Report.FleetLine fleet) {
        String requests = fleet.requests().entrySet().stream()
                .map(entry -> Numbers.count(entry.getValue()) + " to " + entry.getKey())
                .collect(Collectors.joining(", "));
        String healthy = fleet.desired() == 0 ? "-" : fleet.healthy() + "/" + fleet.desired();
        String line = String.format(Locale.ROOT, FLEET, fleet.name(), fleet.weight(), healthy, requests);
        out.println(line.stripTrailing());
    }

    private void loss(Report.Loss loss) {
        Wrap.print(
                out,
                String.format(
                        Locale.ROOT,
                        "  %s: %s, %.1f-%.1f s after %s",
                        Numbers.count(loss.count()),
                        loss.cause(),
                        loss.fromSeconds(),
                        loss.toSeconds(),
                        loss.since()));
    }

    private void verdict(Report report) {
        Reconciliation totals = report.totals();
        String doubled = totals.doublesCounted()
                ? "doubled " + Numbers.count(totals.doubled())
                : "doubled not counted (no host wrote to LEDGER)";
        String bound = "";
        if (report.invalid().isEmpty() && totals.lost() == 0) {
            bound = String.format(
                    Locale.ROOT, " (95 %% sure: fewer than %.0f in a million are lost)", 3e6 / totals.sent());
        }
        Wrap.print(
                out,
                "lost " + Numbers.count(totals.lost()) + " of " + Numbers.count(totals.sent()) + ", " + doubled
                        + bound);
        if (!report.invalid().isEmpty()) {
            Wrap.print(out, "run invalid: " + report.invalid());
        }
    }

    private void small(Report report) {
        Wrap.print(
                out,
                String.format(
                        Locale.ROOT,
                        "seed %d, %d requests/s; timers ran %sx faster, boots and requests were real",
                        report.seed(),
                        report.rate(),
                        Numbers.plain(report.speed())));
        Wrap.print(
                out,
                String.format(
                        Locale.ROOT,
                        "CPU: generator %.2f cores, simulated AWS %.2f; 99.9 %% sent within %.0f ms",
                        report.effort().generatorCores(),
                        report.effort().standInCores(),
                        report.effort().lateMillis()));
        if (!report.noPart().isEmpty()) {
            Wrap.print(out, "not modelled: " + report.notModelled().replace("AWS::", ""));
        }
    }

    private static String millis(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
