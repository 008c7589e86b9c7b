package io.teal.rehearsal.report.html;

import java.util.ArrayList;
import java.util.List;

/**
 * The vertical axis of a chart.
 *
 * @param logarithmic whether each tick is ten times the one below
 * @param ticks where its labels are
 */
record Scale(double low, double high, boolean logarithmic, List<Double> ticks) {
    private static final int MOST_STEPS = 4;
    private static final double[] NICE = {1, 2, 5, 10};
    private static final double LEAST_DECADE = 0.1;

    /** From 0 to {@code most} or a little more, in round steps; whole ones if {@code whole}. */
    static Scale linear(double most, boolean whole) {
        double step = step(Math.max(most, whole ? 1 : Double.MIN_NORMAL), whole);
        List<Double> ticks = new ArrayList<>(List.of(0.0));
        while (ticks.get(ticks.size() - 1) < most || ticks.size() < 2) {
            ticks.add(step * ticks.size());
        }
        return new Scale(0, ticks.get(ticks.size() - 1), false, ticks);
    }

    /** From 0 to 100. */
    static Scale percent() {
        return new Scale(0, 100, false, List.of(0.0, 50.0, 100.0));
    }

    /** Powers of ten that hold {@code least} and {@code most}. */
    static Scale decades(double least, double most) {
        double from = Math.pow(10, Math.floor(Math.log10(Math.max(least, LEAST_DECADE))));
        List<Double> ticks = new ArrayList<>(List.of(from));
        while (ticks.get(ticks.size() - 1) < most || ticks.size() < 2) {
            ticks.add(from * Math.pow(10, ticks.size()));
        }
        return new Scale(from, ticks.get(ticks.size() - 1), true, ticks);
    }

    /** How high {@code value} is: 0 at the lower end, 1 at the upper. */
    double share(double value) {
        double held = Math.max(low, Math.min(high, value));
        return logarithmic ? Math.log(held / low) / Math.log(high / low) : (held - low) / (high - low);
    }

    private static double step(double most, boolean whole) {
        double power = Math.pow(10, Math.floor(Math.log10(most / MOST_STEPS)));
        for (double nice : NICE) {
            if (nice * power * MOST_STEPS >= most) {
                return whole ? Math.max(1, nice * power) : nice * power;
            }
        }
        return NICE[NICE.length - 1] * power;
    }
}
