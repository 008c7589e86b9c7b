package io.teal.operate.checklist;

import io.teal.operate.TimeOfDay;
import io.teal.operate.account.LogLine;
import io.teal.release.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows checklists as text, in 80 columns. Times are UTC, as AWS's are. */
public final class ChecklistText {
    private static final int COLUMNS = 80;
    private static final int CELL = 26;
    private static final String ROW = "  %-24s %-" + CELL + "s %s";

    private ChecklistText() {}

    /** The lines that show {@code checklists}. */
    public static List<String> lines(List<Checklist> checklists) {
        List<String> lines = new ArrayList<>();
        checklists.forEach(one -> lines.addAll(lines(one)));
        if (checklists.isEmpty()) {
            lines.add("no checklist: it is of services with two colours");
        }
        return lines.stream().map(line -> PlainText.cut(line, COLUMNS)).toList();
    }

    private static List<String> lines(Checklist checklist) {
        List<String> lines = new ArrayList<>();
        lines.add(checklist.service() + ": the last five minutes, read at " + TimeOfDay.of(checklist.at()) + " UTC");
        lines.add(row("", "blue", "green"));
        checklist.rows().forEach(row -> lines.addAll(lines(row)));
        lines.addAll(alarms(checklist.alarms()));
        checklist.errors().forEach(log -> lines.addAll(lines(log)));
        return lines;
    }

    private static String row(String label, String blue, String green) {
        return String.format(Locale.ROOT, ROW, label, blue, green).stripTrailing();
    }

    /** What does not fit beside the other colour has a line of its own. */
    private static List<String> lines(CheckRow row) {
        String blue = row.cells().get(Color.BLUE).shown();
        String green = row.cells().get(Color.GREEN).shown();
        if (row.together()) {
            return List.of(row(row.label(), blue + " (both colours together)", ""));
        }
        if (Math.max(blue.length(), green.length()) <= CELL) {
            return List.of(row(row.label(), blue, green));
        }
        return blue.equals(green)
                ? List.of(row(row.label(), "both " + blue, ""))
                : List.of(row(row.label(), "blue " + blue, ""), row("", "green " + green, ""));
    }

    private static List<String> alarms(List<AlarmLine> alarms) {
        if (alarms.isEmpty()) {
            return List.of("  alarms: none");
        }
        List<String> lines = new ArrayList<>();
        String problem = alarms.get(0).problem();
        lines.add("  alarms" + (problem.isEmpty() ? "" : ": " + CheckCell.notReadable(problem)));
        alarms.forEach(one -> lines.add(String.format(
                Locale.ROOT,
                "    %-5s  %-17s  %s",
                one.of(),
                problem.isEmpty() ? one.state() : "?",
                PlainText.clean(one.name()))));
        return lines;
    }

    private static List<String> lines(ErrorLog log) {
        String head = "  newest errors in the logs of " + log.of() + ", last hour";
        if (!log.problem().isEmpty()) {
            return List.of(
                    head + ":",
                    "    "
                            + (log.problem().equals(ErrorLog.MISSING)
                                    ? "there is no log group " + log.logGroup()
                                    : CheckCell.notReadable(log.problem())));
        }
        List<String> lines = new ArrayList<>();
        lines.add(head + (log.lines().isEmpty() && log.whole() ? ": none" : ":"));
        for (LogLine line : log.lines()) {
            lines.add("    " + TimeOfDay.of(line.at()) + " " + line.text());
        }
        if (!log.whole()) {
            lines.add("    there are too many lines to read all: newer ones may be missing");
        }
        return lines;
    }
}
