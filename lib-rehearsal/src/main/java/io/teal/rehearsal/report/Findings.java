package io.teal.rehearsal.report;

import io.teal.rehearsal.Remark;
import io.teal.rehearsal.load.Reconciliation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a run showed, in sentences: what stopped it, who serves in the end, and what was lost. */
public final class Findings {
    private final Report report;

    private Findings(Report report) {
        this.report = report;
    }

    /** The sentences, the most important first. */
    public static List<String> of(Report report) {
        Findings findings = new Findings(report);
        List<String> sentences = new ArrayList<>();
        if (!report.invalid().isEmpty()) {
            sentences.add("run invalid: " + report.invalid());
        }
        if (!report.run().stop().isEmpty()) {
            sentences.add(report.run().stop());
        }
        if (!report.run().unserved().isEmpty()) {
            sentences.add(report.run().unserved());
        }
        sentences.add("in the end " + findings.serving() + "; " + findings.lost());
        long dangers = report.run().remarks().stream().filter(Remark::warns).count();
        if (dangers > 0) {
            sentences.add(Numbers.count(dangers, "danger", "dangers")
                    + " that this run does not show: see the end of the report");
        }
        return sentences;
    }

    /** How many requests were doubled, as far as hosts keep ledgers. */
    public static String doubled(Reconciliation totals) {
        if (!totals.doublesCounted()) {
            return "doubled not counted (no host wrote to LEDGER)";
        }
        String doubled = "doubled " + Numbers.count(totals.doubled());
        return totals.unseen() == 0
                ? doubled
                : doubled + " at least (" + Numbers.count(totals.unseen()) + " answered requests are in no LEDGER)";
    }

    private String serving() {
        if (report.phases().isEmpty()) {
            return "nothing serves";
        }
        Report.Phase last = report.phases().get(report.phases().size() - 1);
        String serving = last.fleets().stream()
                .filter(fleet -> fleet.weight() > 0)
                .map(fleet -> serving(last, fleet))
                .collect(Collectors.joining(", "));
        return serving.isEmpty() ? "nothing serves" : serving;
    }

    private static String serving(Report.Phase phase, Report.FleetLine fleet) {
        String versions = fleet.requests().entrySet().stream()
                .filter(version -> version.getValue() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" and "));
        if (!versions.isEmpty()) {
            return fleet.name() + " serves " + versions;
        }
        return fleet.name()
                + (phase.requests() > 0 ? " answers no request" : " has " + fleet.healthy() + " healthy hosts");
    }

    private String lost() {
        Reconciliation totals = report.totals();
        if (totals.sent() == 0) {
            return "no request was sent";
        }
        return Numbers.count(totals.lost()) + " of " + Numbers.count(totals.sent()) + " requests lost" + causes();
    }

    private String causes() {
        Map<String, Long> causes = report.losses().stream()
                .collect(Collectors.groupingBy(Report.Loss::cause, Collectors.summingLong(Report.Loss::count)));
        return causes.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> causes.size() == 1
                        ? ", all " + most.getKey()
                        : ", " + Numbers.count(most.getValue()) + " of them " + most.getKey())
                .orElse("");
    }
}
