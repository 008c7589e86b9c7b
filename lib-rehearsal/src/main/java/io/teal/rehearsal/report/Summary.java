package io.teal.rehearsal.report;

import io.teal.rehearsal.load.Reconciliation;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints a report in 80 columns. */
public final class Summary {
    private static final String HEADER = "%n    %-32s %7s %9s %7s %8s %8s%n";
    private static final String ROW = "%2d  %-32.32s %7.1f %9s %7s %8s %8s%n";

    private static final String FLEET = "      %-18.18s weight %-8s  hosts %-5s  %s";

    private final PrintWriter out;

    private Summary(PrintWriter out) {
        this.out = out;
    }

    /** Prints {@code report}. */
    public static void print(Report report, PrintWriter out) {
        Summary summary = new Summary(out);
        Findings.of(report).forEach(sentence -> Wrap.print(out, sentence));
        report.run().output().forEach(line -> out.println("    it printed: " + line));
        summary.table(report);
        summary.explain(report);
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
            for (Report.FleetLine fleet : phase.fleets()) {
                fleet(report, phase, fleet);
            }
            if (!phase.wentBack().isEmpty()) {
                Wrap.print(out, "      went back: " + phase.wentBack().replace("\n", "; "));
            }
        }
    }

    /** Why a fleet without weight has answered requests, where one has. */
    private void explain(Report report) {
        boolean puzzling = report.phases().stream()
                .anyMatch(
                        phase -> phase.fleets().stream().anyMatch(fleet -> answersWithoutWeight(report, phase, fleet)));
        Wrap.print(out, "weight: from the beginning of a phase to its end; hosts: healthy of wanted, at its end");
        if (puzzling) {
            Wrap.print(
                    out,
                    "with weight 0, requests came from a node of the load balancer that learned of the change late");
        }
    }

    private static boolean answersWithoutWeight(Report report, Report.Phase phase, Report.FleetLine fleet) {
        return WeightCourse.of(report, phase, fleet).equals("0")
                && fleet.requests().values().stream().anyMatch(count -> count > 0);
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

    private void fleet(Report report, Report.Phase phase, Report.FleetLine fleet) {
        String hosts = fleet.desired() == 0 ? "-" : fleet.healthy() + "/" + fleet.desired();
        String weight = WeightCourse.of(report, phase, fleet);
        String line = String.format(Locale.ROOT, FLEET, fleet.name(), weight, hosts, answers(phase, fleet));
        Wrap.print(out, line.stripTrailing());
    }

    private static String answers(Report.Phase phase, Report.FleetLine fleet) {
        return fleet.requests().entrySet().stream()
                .map(entry ->
                        entry.getKey() + (phase.requests() > 0 ? " answered " + Numbers.count(entry.getValue()) : ""))
                .collect(Collectors.joining(", "));
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
        String bound = "";
        if (report.invalid().isEmpty() && totals.lost() == 0 && totals.sent() > 0) {
            bound = String.format(
                    Locale.ROOT, " (95 %% sure: fewer than %.0f in a million are lost)", 3e6 / totals.sent());
        }
        String lost = "lost " + Numbers.count(totals.lost()) + " of " + Numbers.count(totals.sent());
        Wrap.print(out, lost + ", " + Findings.doubled(totals) + bound);
    }

    private void small(Report report) {
        hosts(report.course().hosts());
        boolean modelled = report.run().modelled();
        String time = modelled
                ? "hosts and requests were modelled"
                : "timers ran " + Numbers.plain(report.speed()) + "x faster, boots and requests were real";
        Wrap.print(out, String.format(Locale.ROOT, "seed %d, %d requests/s; %s", report.seed(), report.rate(), time));
        if (!modelled) {
            effort(report.effort());
        }
        if (!report.run().staged().isEmpty()) {
            Wrap.print(
                    out, "staged on purpose: " + String.join("; ", report.run().staged()));
        }
        report.run().remarks().forEach(remark -> Wrap.print(out, remark.line()));
        if (!report.noPart().isEmpty()) {
            Wrap.print(out, "not modelled: " + report.notModelled().replace("AWS::", ""));
        }
    }

    private void hosts(Course.Hosts hosts) {
        if (hosts.most() > 0) {
            Wrap.print(
                    out,
                    "hosts: " + hosts.began() + " when the load began, " + hosts.most()
                            + " at most, with those that end");
        }
    }

    private void effort(Report.Effort effort) {
        Wrap.print(
                out,
                String.format(
                        Locale.ROOT,
                        "CPU: generator %.2f cores, simulated AWS %.2f; 99.9 %% sent within %.0f ms",
                        effort.generatorCores(),
                        effort.standInCores(),
                        effort.lateMillis()));
    }

    private static String millis(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
