package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Numbers;

/** Draws into markup. What things look like is up to the style sheet. */
final class Pen {
    private final Markup svg;

    Pen(Markup svg) {
        this.svg = svg;
    }

    void line(String style, double fromX, double fromY, double toX, double toY) {
        path(style, "M" + at(fromX, fromY) + "L" + at(toX, toY));
    }

    void path(String style, String outline) {
        svg.leaf("path", "class", style, "d", outline);
    }

    void text(String style, double x, double y, String text) {
        svg.element("text", text, "class", style, "x", Numbers.place(x), "y", Numbers.place(y));
    }

    void box(String style, double left, double top, double right, double bottom) {
        path(style, box(left, top, right, bottom));
    }

    /** An invisible area with a tooltip. */
    void hint(String text, double left, double top, double right, double bottom) {
        svg.open("path", "class", "hint", "d", box(left, top, right, bottom));
        svg.element("title", text).close("path");
    }

    private static String box(double left, double top, double right, double bottom) {
        return "M" + at(left, top) + "H" + Numbers.place(right) + "V" + Numbers.place(bottom) + "H"
                + Numbers.place(left) + "Z";
    }

    private static String at(double x, double y) {
        return Numbers.place(x) + " " + Numbers.place(y);
    }
}
