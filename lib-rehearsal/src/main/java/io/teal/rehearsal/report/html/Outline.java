package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Makes the outlines of areas and lines. */
final class Outline {
    private final Plot plot;

    Outline(Plot plot) {
        this.plot = plot;
    }

    /** The area between the lower and the upper ends of {@code slabs}. */
    String area(List<Slab> slabs) {
        StringBuilder path = new StringBuilder();
        for (List<Slab> run : runs(slabs)) {
            upper(path, run);
            for (int i = run.size() - 1; i >= 0; i--) {
                Slab slab = run.get(i);
                path.append('L').append(point(slab.to(), slab.low()));
                path.append('L').append(point(slab.from(), slab.low()));
            }
            path.append('Z');
        }
        return path.toString();
    }

    /** A line along their upper ends. */
    String steps(List<Slab> slabs) {
        StringBuilder path = new StringBuilder();
        runs(slabs).forEach(run -> upper(path, run));
        return path.toString();
    }

    /** A line through the middles of their upper ends. */
    String line(List<Slab> slabs) {
        StringBuilder path = new StringBuilder();
        for (List<Slab> run : runs(slabs)) {
            for (Slab slab : run) {
                path.append(slab == run.get(0) ? 'M' : 'L');
                path.append(point((slab.from() + slab.to()) / 2, slab.high()));
            }
        }
        return path.toString();
    }

    private void upper(StringBuilder path, List<Slab> run) {
        for (Slab slab : run) {
            path.append(slab == run.get(0) ? 'M' : 'L').append(point(slab.from(), slab.high()));
            path.append('H').append(Numbers.place(plot.x(slab.to())));
        }
    }

    private String point(double seconds, double value) {
        return Numbers.place(plot.x(seconds)) + " " + Numbers.place(plot.y(value));
    }

    private static List<List<Slab>> runs(List<Slab> slabs) {
        List<List<Slab>> runs = new ArrayList<>();
        Slab before = null;
        for (Slab slab : slabs) {
            if (before == null || !before.meets(slab)) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(slab);
            before = slab;
        }
        return runs;
    }
}
