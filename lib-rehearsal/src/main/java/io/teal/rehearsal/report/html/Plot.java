package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Numbers;

/** Where in a drawing a time and a value are. */
final class Plot {
    private static final double HALF_A_LETTER = 4;
    private static final double BELOW = 16;
    private static final double GAP = 6;

    private final TimeAxis time;
    private final Scale scale;
    private final double top;
    private final double height;

    /** A plot whose upper edge is at {@code top}. */
    Plot(TimeAxis time, Scale scale, double top, double height) {
        this.time = time;
        this.scale = scale;
        this.top = top;
        this.height = height;
    }

    TimeAxis time() {
        return time;
    }

    double x(double seconds) {
        return time.x(seconds);
    }

    double y(double value) {
        return bottom() - scale.share(value) * height;
    }

    double top() {
        return top;
    }

    double bottom() {
        return top + height;
    }

    /** Draws the lines of the grid and what they stand for. */
    void grid(Pen pen) {
        for (double tick : scale.ticks()) {
            level(pen, "grid", tick);
            pen.text("tick end", TimeAxis.LEFT - GAP, y(tick) + HALF_A_LETTER, Numbers.plain(tick));
        }
    }

    /** Draws a line at {@code value}. */
    void level(Pen pen, String style, double value) {
        pen.line(style, TimeAxis.LEFT, y(value), time.right(), y(value));
    }

    /** Draws the time axis. */
    void times(Pen pen) {
        pen.line("axis", TimeAxis.LEFT, bottom(), time.right(), bottom());
        for (double at = 0; at <= time.seconds(); at += time.step()) {
            boolean last = x(at) > time.right() - time.size().apart() / 2.0;
            String anchor = at == 0 ? "tick" : last ? "tick end" : "tick middle";
            pen.line("axis", x(at), bottom(), x(at), bottom() + HALF_A_LETTER);
            pen.text(anchor, x(at), bottom() + BELOW, Numbers.plain(at) + " s");
        }
    }
}
