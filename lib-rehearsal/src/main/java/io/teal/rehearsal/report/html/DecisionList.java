package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Course.RunDecision;
import io.teal.rehearsal.report.Numbers;
import io.teal.rehearsal.report.Report;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What Preflight and Shift decided, and why: one fold for each run that had something to do. */
final class DecisionList {
    private static final String IDLE = "there is nothing to do";

    private final Report report;

    DecisionList(Report report) {
        this.report = report;
    }

    String markup() {
        Markup page = new Markup();
        Map<String, List<RunDecision>> runs = report.course().decisions().stream()
                .collect(Collectors.groupingBy(RunDecision::run, LinkedHashMap::new, Collectors.toList()));
        long idle = runs.values().stream().filter(DecisionList::idle).count();
        String caption = runs.isEmpty()
                ? "None: no Preflight and no Shift ran."
                : "What Preflight and Shift decided, as their log says it. " + Numbers.count(idle, "run", "runs")
                        + " with nothing to do left out.";
        page.element("p", caption, "class", "caption");
        runs.values().stream().filter(run -> !idle(run)).forEach(run -> run(page, run));
        return page.toString();
    }

    private static boolean idle(List<RunDecision> run) {
        RunDecision last = run.get(run.size() - 1);
        return last.reason().equals(IDLE);
    }

    private void run(Markup page, List<RunDecision> run) {
        RunDecision first = run.get(0);
        RunDecision last = run.get(run.size() - 1);
        page.open("details").open("summary");
        page.element("strong", kind(first) + " in " + phase(first.seconds()));
        page.element("span", last.what() + ": " + last.reason(), "class", "outcome");
        page.close("summary");
        Table table = new Table(first.run(), List.of("#s", "what", "why"));
        run.forEach(one -> table.row(List.of(Numbers.seconds(one.seconds()), one.what(), why(one))));
        page.add(table.markup()).close("details");
    }

    private static String kind(RunDecision decision) {
        String kind = decision.run().startsWith("preflight") ? "Preflight" : "Shift";
        return kind + " of " + decision.service();
    }

    private static String why(RunDecision decision) {
        return decision.reason() + (decision.times() > 1 ? " (" + decision.times() + " times)" : "");
    }

    private String phase(double at) {
        for (int i = report.phases().size() - 1; i >= 0; i--) {
            if (report.phases().get(i).fromSeconds() <= at) {
                return (i + 1) + " " + report.phases().get(i).name();
            }
        }
        return "no phase";
    }
}
