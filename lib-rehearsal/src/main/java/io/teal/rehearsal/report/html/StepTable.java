package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Course.Milestone;
import io.teal.rehearsal.report.Report;
import java.util.List;

/** Each change of weights and each deploy's end. */
final class StepTable {
    private StepTable() {}

    static void write(Markup page, Report report) {
        page.open("section").element("h2", "Steps");
        page.element(
                "p", "Seconds from the first request on. Weights are sampled ten times a second.", "class", "caption");
        Table table = new Table(page, "Steps", List.of("#s", "what happened"));
        report.course().marks().stream()
                .filter(mark -> mark.kind() != Milestone.MilestoneKind.LEG)
                .forEach(mark -> table.row(List.of(Numbers.seconds(mark.seconds()), text(mark))));
        table.close();
        page.close("section");
    }

    private static String text(Milestone mark) {
        if (mark.kind() == Milestone.MilestoneKind.RESULT) {
            return mark.text();
        }
        return mark.text().isEmpty() ? "no weights" : "weights: " + mark.text();
    }
}
