package io.teal.rehearsal.report.html;

import java.util.ArrayList;
import java.util.List;

/** Places the name of an area: at its longest stretch that is high enough. */
final class Spot {
    private static final double HIGH_ENOUGH = 30;
    private static final double HALF_A_LETTER = 4;
    private static final double PAD = 6;

    private final Plot plot;
    private List<Slab> longest = List.of();

    /** A place in the area of {@code slabs}, which are in percent. */
    Spot(Plot plot, List<Slab> slabs) {
        this.plot = plot;
        List<Slab> stretch = new ArrayList<>();
        for (Slab slab : slabs) {
            boolean goesOn =
                    !stretch.isEmpty() && stretch.get(stretch.size() - 1).meets(slab);
            if (slab.height() < HIGH_ENOUGH || !goesOn) {
                stretch = new ArrayList<>();
            }
            if (slab.height() >= HIGH_ENOUGH) {
                stretch.add(slab);
                longest = length(stretch) > length(longest) ? stretch : longest;
            }
        }
    }

    /** Writes {@code name} there, if there is room. */
    void write(Pen pen, String name) {
        double length = plot.x(length(longest)) - plot.x(0);
        if (length >= Chart.width(name) + PAD) {
            double from = plot.x(longest.get(0).from());
            pen.text("name middle", from + length / 2, plot.y(middle()) + HALF_A_LETTER, name);
        }
    }

    private double middle() {
        return longest.stream()
                        .mapToDouble(slab -> (slab.to() - slab.from()) * (slab.low() + slab.high()) / 2)
                        .sum()
                / length(longest);
    }

    private static double length(List<Slab> stretch) {
        return stretch.isEmpty()
                ? 0
                : stretch.get(stretch.size() - 1).to() - stretch.get(0).from();
    }
}
