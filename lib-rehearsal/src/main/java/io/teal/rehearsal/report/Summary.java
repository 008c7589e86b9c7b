package io.teal.rehearsal.report;

import io.teal.rehearsal.load.Reconciliation;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
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
                loaded ? count(phase.requests()) : "-",
                loaded ? count(phase.lost()) : "-",
                loaded ? millis(phase.p50Millis()) : "-",
                loaded ? millis(phase.p99Millis()) : "-");
    }

    private void fleet(Report.FleetLine fleet) {
        String requests = fleet.requests().entrySet().stream()
                .map(entry -> count(entry.getValue()) + " to " + entry.getKey())
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
                        count(loss.count()),
                        loss.cause(),
                        loss.fromSeconds(),
                        loss.toSeconds(),
                        loss.since()));
    }

    private void verdict(Report report) {
        Reconciliation totals = report.totals();
        String doubled = totals.doublesCounted()
                ? "doubled " + count(totals.doubled())
                : "doubled not counted (no host wrote to LEDGER)";
        String bound = "";
        if (report.invalid().isEmpty() && totals.lost() == 0) {
            bound = String.format(
                    Locale.ROOT,
                    " (true rate < 3/%s = %.0f in a million, 95 %% sure)",
                    count(totals.sent()),
                    3e6 / totals.sent());
        }
        Wrap.print(out, "lost " + count(totals.lost()) + " of " + count(totals.sent()) + ", " + doubled + bound);
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
                        plain(report.speed())));
        Wrap.print(
                out,
                String.format(
                        Locale.ROOT,
                        "generator %.2f of a core, stand-ins %.2f; 99.9 %% of requests left within %.0f ms",
                        report.effort().generatorCores(),
                        report.effort().standInCores(),
                        report.effort().lateMillis()));
        int count =
                report.noPart().values().stream().mapToInt(Integer::intValue).sum();
        if (count > 0) {
            Wrap.print(
                    out,
                    "not modelled: " + count + (count == 1 ? " resource: " : " resources: ") + types(report.noPart()));
        }
    }

    private static String types(Map<String, Integer> noPart) {
        return noPart.entrySet().stream()
                .map(type ->
                        type.getKey().replace("AWS::", "") + (type.getValue() > 1 ? " (" + type.getValue() + ")" : ""))
                .collect(Collectors.joining(", "));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String millis(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
