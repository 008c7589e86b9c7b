package io.teal.rehearsal.report.html;

import java.util.List;

/** The place within an area where its name fits best. */
final class Spot {
    private static final double HIGH_ENOUGH = 30;
    private static final double HALF_A_LETTER = 4;
    private static final double PAD = 6;

    private final Plot plot;
    private Slab widest = new Slab(0, 0, 0, 0);

    /** A place in the area of {@code slabs}, which are in percent. */
    Spot(Plot plot, List<Slab> slabs) {
        this.plot = plot;
        Slab run = widest;
        for (Slab slab : slabs) {
            boolean high = slab.height() >= HIGH_ENOUGH;
            boolean goesOn = high && run.meets(slab) && run.height() > 0;
            run = goesOn ? with(run, slab) : high ? slab : new Slab(0, 0, 0, 0);
            widest = run.to() - run.from() > widest.to() - widest.from() ? run : widest;
        }
    }

    private static Slab with(Slab run, Slab next) {
        return new Slab(run.from(), next.to(), Math.max(run.low(), next.low()), Math.min(run.high(), next.high()));
    }

    /** Writes {@code name} there, if there is room. */
    void write(Pen pen, String name) {
        double middle = (plot.x(widest.from()) + plot.x(widest.to())) / 2;
        double room = plot.x(widest.to()) - plot.x(widest.from());
        if (widest.height() > 0 && room >= Chart.width(name) + PAD) {
            double y = (plot.y(widest.low()) + plot.y(widest.high())) / 2 + HALF_A_LETTER;
            pen.text("name middle", middle, y, name);
        }
    }
}
