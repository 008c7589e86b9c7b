package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Report;
import java.util.List;

/**
 * Charts with one legend, drawn for each size.
 *
 * @param legend the meaning of their styles
 * @param charts the charts, from top to bottom
 */
record Figure(Legend legend, List<Chart> charts) {

    String markup(Report report) {
        Markup page = new Markup();
        if (!charts.isEmpty()) {
            legend.write(page);
        }
        for (ChartSize size : ChartSize.values()) {
            TimeAxis time = new TimeAxis(report, size);
            charts.forEach(chart -> page.add(chart.svg(time)));
        }
        return page.toString();
    }
}
