package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Report;
import java.util.List;

/**
 * Charts under one heading, drawn for each size.
 *
 * @param heading the heading
 * @param caption what is shown, in a sentence or two
 * @param legend the meaning of its styles
 * @param charts the charts, from top to bottom
 */
record Figure(String heading, String caption, Legend legend, List<Chart> charts) {

    void write(Markup page, Report report) {
        page.open("section", "class", "figure").element("h2", heading).element("p", caption, "class", "caption");
        if (!charts.isEmpty()) {
            legend.write(page);
        }
        for (ChartSize size : ChartSize.values()) {
            TimeAxis time = new TimeAxis(report, size);
            charts.forEach(chart -> page.add(chart.svg(time)));
        }
        page.close("section");
    }
}
