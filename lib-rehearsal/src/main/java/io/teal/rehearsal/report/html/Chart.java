package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Numbers;
import java.util.List;

/**
 * A drawing with time from left to right.
 *
 * @param id its name within the page
 * @param description its text alternative
 * @param head the room above it
 * @param height how high it is, without labels
 * @param foot the room below it; too little for the labels of the time axis leaves them out
 * @param layers what it shows, from back to front
 */
record Chart(
        String id,
        String title,
        String description,
        Scale scale,
        double head,
        double height,
        double foot,
        List<Layer> layers) {
    /** Room for a line of letters above a chart. */
    static final double LINE = 18;

    /** Room for the labels of the time axis. */
    static final double TIMES = 22;

    /** Room between a chart and the next. */
    static final double GAP = 8;

    private static final double LETTER = 7.2;

    /** The approximate width of {@code text}. */
    static double width(String text) {
        return text.length() * LETTER;
    }

    /** Draws it. */
    String svg(TimeAxis time) {
        Plot plot = new Plot(time, scale, head, height);
        String name = id + "-" + time.size().style();
        String box = "0 0 " + time.size().width() + " " + Numbers.place(head + height + foot);
        Markup svg = new Markup();
        svg.open("svg", "class", time.size().style(), "viewBox", box, "role", "img", "aria-labelledby", labels(name));
        svg.element("title", title, "id", name + "-title");
        svg.element("desc", description, "id", name + "-desc");
        Pen pen = new Pen(svg);
        layers.forEach(layer -> layer.draw(pen, plot));
        if (foot >= TIMES) {
            plot.times(pen);
        }
        return svg.close("svg").toString();
    }

    private static String labels(String name) {
        return name + "-title " + name + "-desc";
    }
}
