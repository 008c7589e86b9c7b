package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Course;
import io.teal.rehearsal.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Which requests failed, by code. */
final class ErrorFigure {
    private static final double HEIGHT = 90;
    private static final List<String> STYLES = List.of("lost", "third", "fourth", "fifth");

    private final List<Course.Second> seconds;
    private final List<String> codes;

    private ErrorFigure(List<Course.Second> seconds) {
        this.seconds = seconds;
        TreeSet<String> all = new TreeSet<>();
        seconds.forEach(second -> all.addAll(second.errors().keySet()));
        this.codes = List.copyOf(all);
    }

    /** Charts of what failed; of none if nothing did. */
    static Figure of(Report report) {
        ErrorFigure errors = new ErrorFigure(report.course().perSecond());
        return errors.codes.isEmpty()
                ? new Figure("Errors", "None: no request failed.", new Legend(), List.of())
                : errors.figure();
    }

    private Figure figure() {
        List<Layer> layers = new ArrayList<>();
        Legend legend = new Legend();
        layers.add(new Strip(false));
        layers.add((pen, plot) -> plot.grid(pen));
        for (int i = 0; i < codes.size(); i++) {
            String style = STYLES.get(i % STYLES.size());
            List<Slab> slabs = slabs(codes.subList(0, i), codes.subList(0, i + 1));
            layers.add((pen, plot) -> pen.path("area " + style, new Outline(plot).area(slabs)));
            legend.area(style, codes.get(i) + ": " + Numbers.count(Math.round(total(codes.get(i)))));
        }
        List<Slab> all = slabs(List.of(), codes);
        double most = all.stream().mapToDouble(Slab::high).max().orElse(0);
        String description = "At most " + Math.round(most) + " in one second.";
        Chart chart = new Chart(
                "errors",
                "Errors per second, by code",
                description,
                Scale.linear(most, true),
                Chart.LINE,
                HEIGHT,
                Chart.TIMES,
                layers);
        return new Figure("Errors", "Requests of each second that failed, by code.", legend, List.of(chart));
    }

    private double total(String code) {
        return seconds.stream()
                .mapToDouble(second -> sum(second, List.of(code)))
                .sum();
    }

    private List<Slab> slabs(List<String> below, List<String> with) {
        return Slab.joined(seconds.stream()
                .map(second -> new Slab(second.from(), second.from() + 1, sum(second, below), sum(second, with)))
                .toList());
    }

    private static double sum(Course.Second second, List<String> codes) {
        return codes.stream()
                .mapToLong(code -> second.errors().getOrDefault(code, 0L))
                .sum();
    }
}
