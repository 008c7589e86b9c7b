package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Course;
import io.teal.rehearsal.report.Numbers;
import io.teal.rehearsal.report.Report;
import java.util.List;

/** How many requests were sent. */
final class RateFigure {
    private static final double HEIGHT = 70;

    private RateFigure() {}

    static Figure of(Report report) {
        return new Figure(
                new Legend()
                        .area("sent", "requests due")
                        .line("target", Numbers.count(report.rate()) + " a second were asked for"),
                List.of(chart(report)));
    }

    private static Chart chart(Report report) {
        List<Course.Second> seconds = report.course().perSecond();
        List<Slab> rate =
                Slab.joined(Slab.each(seconds.subList(0, Math.max(0, seconds.size() - 1)), Course.Second::requests));
        double most = Slab.most(rate);
        List<Layer> layers = List.of(
                new Strip(false),
                (pen, plot) -> pen.path("area sent", new Outline(plot).area(rate)),
                (pen, plot) -> plot.grid(pen),
                (pen, plot) -> plot.level(pen, "line target", report.rate()));
        return new Chart(
                "rate",
                "Requests per second",
                "From " + lowest(rate) + " to " + Math.round(most) + " requests in each second.",
                Scale.linear(Math.max(most, report.rate()), true),
                Chart.LINE,
                HEIGHT,
                Chart.TIMES,
                layers);
    }

    private static long lowest(List<Slab> rate) {
        return Math.round(rate.stream().mapToDouble(Slab::high).min().orElse(0));
    }
}
