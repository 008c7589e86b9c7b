package io.teal.rehearsal.report.html;

import java.util.ArrayList;
import java.util.List;

/** The meaning of the styles of a chart. */
final class Legend {
    private static final String AREA = "M0 0H22V14H0Z";
    private static final String LINE = "M0 7H22";

    private final List<LegendEntry> entries = new ArrayList<>();

    private record LegendEntry(String style, String outline, String text) {}

    Legend area(String style, String text) {
        entries.add(new LegendEntry("area " + style, AREA, text));
        return this;
    }

    Legend line(String style, String text) {
        entries.add(new LegendEntry("line " + style, LINE, text));
        return this;
    }

    void write(Markup page) {
        page.open("ul", "class", "legend");
        for (LegendEntry entry : entries) {
            page.open("li").open("svg", "class", "swatch", "viewBox", "0 0 22 14", "aria-hidden", "true");
            new Pen(page).path(entry.style(), entry.outline());
            page.close("svg").text(entry.text()).close("li");
        }
        page.close("ul");
    }
}
