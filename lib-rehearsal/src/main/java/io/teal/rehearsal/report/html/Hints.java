package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Course;
import io.teal.rehearsal.report.Numbers;
import io.teal.rehearsal.report.Report;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The tooltip of each second. Phones have no pointer, so only the wide drawing has them. */
final class Hints implements Layer {
    private static final int MOST = 240;

    private final Report report;

    Hints(Report report) {
        this.report = report;
    }

    @Override
    public void draw(Pen pen, Plot plot) {
        List<Course.Second> seconds = report.course().perSecond();
        if (plot.time().size() == ChartSize.WIDE && seconds.size() <= MOST) {
            for (Course.Second second : seconds) {
                pen.hint(text(second), plot.x(second.from()), 0, plot.x(second.from() + 1), plot.bottom());
            }
        }
    }

    private String text(Course.Second second) {
        return second.from() + " to " + (second.from() + 1) + " s: " + phase(second.from()) + "\n"
                + Numbers.count(second.requests(), "request", "requests") + joined("answered by", second.answers())
                + joined("failed with", second.errors()) + "\np50 " + Numbers.millis(second.p50Millis()) + " ms, p99 "
                + Numbers.millis(second.p99Millis()) + " ms";
    }

    private String phase(int at) {
        return report.phases().stream()
                .filter(phase -> phase.fromSeconds() < at + 1 && at < phase.fromSeconds() + phase.seconds())
                .map(Report.Phase::name)
                .collect(Collectors.joining(", then "));
    }

    private static String joined(String verb, Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> "\n" + Numbers.count(entry.getValue()) + " " + verb + " " + entry.getKey())
                .collect(Collectors.joining());
    }
}
