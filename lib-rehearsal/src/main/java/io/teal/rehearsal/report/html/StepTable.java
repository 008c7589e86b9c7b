package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Course.Milestone;
import io.teal.rehearsal.report.Numbers;
import io.teal.rehearsal.report.Report;
import java.util.List;
import java.util.Locale;

/** Each change of weights and each deploy's end, and what was lost after them. */
final class StepTable {
    private StepTable() {}

    static String of(Report report) {
        Table table = new Table("Steps", List.of("#s", "what happened"));
        report.course().marks().stream()
                .filter(mark -> mark.kind() != Milestone.MilestoneKind.LEG)
                .forEach(mark -> table.row(List.of(Numbers.seconds(mark.seconds()), text(mark))));
        return table.markup();
    }

    private static String text(Milestone mark) {
        if (mark.kind() == Milestone.MilestoneKind.RESULT) {
            return mark.text();
        }
        return mark.text().isEmpty() ? "no weights" : "weights: " + mark.text();
    }

    static String losses(Report report) {
        Table table = new Table("Lost requests by cause", List.of("cause", "#count", "when"));
        report.losses().forEach(loss -> table.row(List.of(loss.cause(), Numbers.count(loss.count()), when(loss))));
        return report.losses().isEmpty() ? "" : new Markup().element("h3", "Lost, by cause") + table.markup();
    }

    private static String when(Report.Loss loss) {
        return String.format(
                Locale.ROOT, "%.1f to %.1f s after %s", loss.fromSeconds(), loss.toSeconds(), loss.since());
    }
}
