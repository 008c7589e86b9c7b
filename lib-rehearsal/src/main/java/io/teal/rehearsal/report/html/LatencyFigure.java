package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Course;
import io.teal.rehearsal.report.Numbers;
import io.teal.rehearsal.report.Report;
import java.util.List;

/** How long answers took. */
final class LatencyFigure {
    private static final double HEIGHT = 130;
    private static final double ABOVE = 7;
    private static final int BENEATH = 3;
    private static final double BELOW = 16;

    private LatencyFigure() {}

    static Figure of(Report report) {
        return new Figure(
                new Legend().line("median", "p50, the median").line("tail", "p99, the 99th percentile"),
                List.of(chart(report.course().perSecond())));
    }

    private static Chart chart(List<Course.Second> seconds) {
        List<Slab> median = Slab.each(seconds, Course.Second::p50Millis);
        List<Slab> tail = Slab.each(seconds, Course.Second::p99Millis);
        double least = median.stream().mapToDouble(Slab::high).min().orElse(1);
        double most = tail.stream().mapToDouble(Slab::high).max().orElse(1);
        List<Layer> layers = List.of(
                new Strip(false),
                (pen, plot) -> plot.grid(pen),
                line("tail", tail, "p99", ABOVE),
                line("median", median, "p50", -BELOW));
        return new Chart(
                "latency",
                "Latency per second",
                "The median is at least " + Numbers.millis(least) + " ms; the 99th percentile is at most "
                        + Numbers.millis(most) + " ms.",
                Scale.decades(least, most),
                Chart.LINE,
                HEIGHT,
                Chart.TIMES,
                layers);
    }

    private static Layer line(String style, List<Slab> slabs, String name, double above) {
        return (pen, plot) -> {
            pen.path("line " + style, new Outline(plot).line(slabs));
            double end = slabs.subList(Math.max(0, slabs.size() - BENEATH), slabs.size()).stream()
                    .mapToDouble(slab -> plot.y(slab.high()) - above)
                    .reduce(above > 0 ? Math::min : Math::max)
                    .orElse(plot.bottom());
            pen.text("name end", plot.time().right(), end, name);
        };
    }
}
