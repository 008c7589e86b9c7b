package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Course.Second;
import io.teal.rehearsal.report.Numbers;
import io.teal.rehearsal.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** Which requests failed, by code. */
final class ErrorFigure {
    private static final double HEIGHT = 90;
    private static final List<String> STYLES = List.of("lost", "third", "fourth", "fifth");

    private ErrorFigure() {}

    static String caption(Report report) {
        return codes(report).isEmpty() ? "None: no request failed." : "Requests of each second that failed, by code.";
    }

    /** Charts of what failed; of none if nothing did. */
    static Figure of(Report report) {
        List<String> codes = codes(report);
        return codes.isEmpty()
                ? new Figure(new Legend(), List.of())
                : figure(report.course().perSecond(), codes);
    }

    /** How many requests of {@code second} failed. */
    static long count(Second second) {
        return second.errors().values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<String> codes(Report report) {
        TreeSet<String> all = new TreeSet<>();
        report.course().perSecond().forEach(second -> all.addAll(second.errors().keySet()));
        return List.copyOf(all);
    }

    private static Figure figure(List<Second> seconds, List<String> codes) {
        List<Layer> layers = new ArrayList<>(List.<Layer>of(new Strip(false), (pen, plot) -> plot.grid(pen)));
        Legend legend = new Legend();
        List<ToDoubleFunction<Second>> parts =
                codes.stream().map(ErrorFigure::of).toList();
        List<List<Slab>> stack = Slab.stacked(seconds, parts);
        for (int i = 0; i < codes.size(); i++) {
            String style = STYLES.get(i % STYLES.size());
            List<Slab> slabs = stack.get(i);
            layers.add((pen, plot) -> pen.path("area " + style, new Outline(plot).area(slabs)));
            double total = seconds.stream().mapToDouble(parts.get(i)).sum();
            legend.area(style, codes.get(i) + ": " + Numbers.count(Math.round(total)));
        }
        double most = Slab.most(stack.get(codes.size() - 1));
        Chart chart = new Chart(
                "errors",
                "Errors per second, by code",
                "At most " + Math.round(most) + " in one second.",
                Scale.linear(most, true),
                Chart.LINE,
                HEIGHT,
                Chart.TIMES,
                layers);
        return new Figure(legend, List.of(chart));
    }

    private static ToDoubleFunction<Second> of(String code) {
        return second -> second.errors().getOrDefault(code, 0L);
    }
}
