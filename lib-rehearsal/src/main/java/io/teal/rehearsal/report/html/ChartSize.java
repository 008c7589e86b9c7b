package io.teal.rehearsal.report.html;

import java.util.Locale;

/** The two widths in which each chart is drawn, so that its letters are legible on both. */
enum ChartSize {
    /** For a desk, and for paper. */
    WIDE(848, 72),
    /** For a phone. */
    NARROW(328, 62);

    private final int width;
    private final int apart;

    ChartSize(int width, int apart) {
        this.width = width;
        this.apart = apart;
    }

    /** Its width in units of the drawing; about a pixel each. */
    int width() {
        return width;
    }

    /** How far apart the labels of the time axis are at least. */
    int apart() {
        return apart;
    }

    /** The name of its style. */
    String style() {
        return name().toLowerCase(Locale.ROOT);
    }
}
