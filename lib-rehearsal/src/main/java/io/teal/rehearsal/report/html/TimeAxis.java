package io.teal.rehearsal.report.html;

import io.teal.rehearsal.report.Report;
import java.util.List;
import java.util.stream.IntStream;

/** The horizontal axis, the same for all charts of a page: from the first request to the end of the run. */
final class TimeAxis {
    static final int LEFT = 44;
    private static final int RIGHT = 6;
    private static final double[] STEPS = {1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600};

    private final List<Report.Phase> phases;
    private final double seconds;
    private final ChartSize size;

    TimeAxis(Report report, ChartSize size) {
        this.phases = report.phases();
        this.seconds = Math.max(report.course().seconds(), 1);
        this.size = size;
    }

    ChartSize size() {
        return size;
    }

    /** Where its right end is. */
    double right() {
        return size.width() - RIGHT;
    }

    /** Where {@code at} is; a time before the beginning is at the beginning. */
    double x(double at) {
        return LEFT + Math.max(0, Math.min(1, at / seconds)) * (right() - LEFT);
    }

    double seconds() {
        return seconds;
    }

    /** Seconds between two labels. */
    double step() {
        double least = seconds * size.apart() / (right() - LEFT);
        for (double step : STEPS) {
            if (step >= least) {
                return step;
            }
        }
        return least;
    }

    /** The phases that the axis shows, from its beginning on. */
    List<Band> bands() {
        return IntStream.range(0, phases.size())
                .mapToObj(this::band)
                .filter(band -> band.to() > LEFT)
                .toList();
    }

    private Band band(int index) {
        Report.Phase phase = phases.get(index);
        double from = phase.fromSeconds();
        return new Band(index + 1, phase.name(), x(from), x(from + phase.seconds()));
    }

    /** One phase, counted from 1, and its ends on the axis. */
    record Band(int number, String name, double from, double to) {}
}
