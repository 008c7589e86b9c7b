package io.teal.rehearsal.report.html;

/** The phases as stripes behind a chart, with their numbers, and their names where there is room. */
final class Strip implements Layer {
    private static final double LINE = 13;
    private static final double PAD = 8;
    private static final double APART = 4;

    private final boolean names;

    Strip(boolean names) {
        this.names = names;
    }

    @Override
    public void draw(Pen pen, Plot plot) {
        double free = 0;
        for (TimeAxis.Band band : plot.time().bands()) {
            String style = band.number() % 2 == 0 ? "band even" : "band";
            pen.box(style, band.from(), 0, band.to(), plot.bottom());
            pen.line("begin", band.from(), 0, band.from(), plot.bottom());
            free = label(pen, band, free);
        }
    }

    /** Numbers of phases that are too short for them are moved to the right, one after the other. */
    private double label(Pen pen, TimeAxis.Band band, double free) {
        String text = text(band);
        double half = Chart.width(text) / 2;
        double middle = Math.max((band.from() + band.to()) / 2, free + half);
        pen.text("phase middle", middle, LINE, text);
        return middle + half + APART;
    }

    private String text(TimeAxis.Band band) {
        String full = band.number() + " " + band.name();
        boolean fits = Chart.width(full) + PAD <= band.to() - band.from();
        return names && fits ? full : Integer.toString(band.number());
    }
}
