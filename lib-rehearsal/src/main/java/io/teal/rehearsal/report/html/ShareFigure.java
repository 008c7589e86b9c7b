package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Course.Milestone;
import io.teal.rehearsal.report.Numbers;
import io.teal.rehearsal.report.Report;
import java.util.ArrayList;
import java.util.List;

/** Who answered the traffic, and what the listener had been told. */
final class ShareFigure {
    private static final double HEIGHT = 210;
    private static final double LETTERS_BELOW = 12;
    private static final double APART = 8;

    private final Report report;
    private final Palette palette;
    private final AnswerShares shares;

    private ShareFigure(Report report, Palette palette) {
        this.report = report;
        this.palette = palette;
        this.shares = AnswerShares.of(report.course(), palette);
    }

    static Figure of(Report report, Palette palette) {
        ShareFigure share = new ShareFigure(report, palette);
        return new Figure(share.legend(), List.of(share.chart()));
    }

    private Chart chart() {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Strip(true));
        shares.byServer().forEach((server, slabs) -> layers.add(area(palette.style(server), slabs)));
        layers.add(area("lost", shares.lost()));
        layers.add((pen, plot) -> plot.grid(pen));
        layers.add(this::weights);
        layers.add(this::names);
        layers.add(this::marks);
        layers.add(new Hints(report));
        return new Chart(
                "share",
                "Traffic share over time",
                description(),
                Scale.percent(),
                2 * Chart.LINE,
                HEIGHT,
                Chart.TIMES,
                layers);
    }

    private Legend legend() {
        Legend legend = new Legend();
        shares.byServer().keySet().forEach(server -> legend.area(palette.style(server), server.name()));
        if (report.totals().lost() > 0) {
            legend.area("lost", "lost");
        }
        return legend.line("weight", "weights");
    }

    private static Layer area(String style, List<Slab> slabs) {
        return (pen, plot) -> pen.path("area " + style, new Outline(plot).area(slabs));
    }

    /** A line between each two fleets. */
    private void weights(Pen pen, Plot plot) {
        Levels levels = new Levels(report.course());
        for (int i = 1; i < palette.fleets().size(); i++) {
            String outline =
                    new Outline(plot).steps(levels.weight(palette.fleets().subList(0, i)));
            pen.path("line halo", outline);
            pen.path("line weight", outline);
        }
    }

    private void names(Pen pen, Plot plot) {
        shares.byServer().forEach((server, slabs) -> new Spot(plot, slabs).write(pen, server.name()));
    }

    /** What does not fit beside the one before is left out: the steps below the charts say it. */
    private void marks(Pen pen, Plot plot) {
        double free = 0;
        for (Milestone mark : report.course().marks()) {
            boolean shown = mark.kind() == Milestone.MilestoneKind.WEIGHTS && mark.seconds() >= 0;
            double half = Chart.width(mark.text()) / 2;
            double x = plot.x(mark.seconds());
            if (shown) {
                pen.line("change", x, plot.top() - APART / 2, x, plot.bottom());
            }
            double middle =
                    Math.max(TimeAxis.LEFT + half, Math.min(x, plot.time().right() - half));
            if (shown && middle - half >= free) {
                pen.text("mark middle", middle, Chart.LINE + LETTERS_BELOW, mark.text());
                free = middle + half + APART;
            }
        }
    }

    private String description() {
        StringBuilder text = new StringBuilder("Production weights: ");
        report.course().marks().stream()
                .filter(mark -> mark.kind() == Milestone.MilestoneKind.WEIGHTS)
                .forEach(mark -> text.append(mark.text())
                        .append(" from ")
                        .append(Numbers.seconds(mark.seconds()))
                        .append(" s on; "));
        return text.append("lost requests: ").append(report.totals().lost()).toString();
    }
}
