package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Course;
import io.teal.rehearsal.report.Report;
import java.util.ArrayList;
import java.util.List;

/** How many hosts each fleet had, and how many of them were healthy. */
final class HostsFigure {
    private static final double HEIGHT = 44;
    private static final double ROOM = 1.25;
    private static final double BASE = 13;
    private static final double ABOVE = 5;

    private final Report report;
    private final Palette palette;

    private HostsFigure(Report report, Palette palette) {
        this.report = report;
        this.palette = palette;
    }

    static Figure of(Report report, Palette palette) {
        return new HostsFigure(report, palette).figure();
    }

    private Figure figure() {
        List<Chart> charts = new ArrayList<>();
        Legend legend = new Legend();
        for (String fleet : palette.fleets()) {
            charts.add(chart(fleet, charts.size() + 1 == palette.fleets().size()));
            legend.area(palette.style(fleet), fleet + ", healthy");
        }
        return new Figure(legend.line("desired", "desired"), charts);
    }

    private Chart chart(String fleet, boolean last) {
        Levels levels = new Levels(report.course());
        List<Slab> healthy = levels.of(fleet, Course.Level::healthy);
        List<Slab> desired = levels.of(fleet, Course.Level::desired);
        double most = Math.max(Slab.most(healthy), Slab.most(desired));
        List<Layer> layers = List.of(
                new Strip(false),
                (pen, plot) -> plot.grid(pen),
                (pen, plot) -> pen.path("area " + palette.style(fleet), new Outline(plot).area(healthy)),
                (pen, plot) -> pen.path("line desired", new Outline(plot).steps(desired)),
                (pen, plot) -> pen.text("name", TimeAxis.LEFT + ABOVE, plot.bottom() - BASE, fleet));
        return new Chart(
                "hosts-" + palette.fleets().indexOf(fleet),
                "Hosts of " + fleet,
                "At most " + Math.round(Slab.most(healthy)) + " healthy, and " + Math.round(Slab.most(desired))
                        + " desired.",
                new Scale(0, Math.max(1, most) * ROOM, false, List.of(0.0, Math.max(1, most))),
                Chart.LINE,
                HEIGHT,
                last ? Chart.TIMES : Chart.GAP,
                layers);
    }
}
