package io.teal.rehearsal.model;

import java.time.Duration;
import java.util.List;

/**
 * An alarm on what a load balancer counts.
 *
 * @param id its logical id
 * @param metrics what the formula speaks of
 * @param formula what is compared, made of the metrics
 * @param comparison how it is compared
 * @param threshold with what
 * @param period the length of one period
 * @param window how many periods decide, and how
 */
public record AlarmModel(
        String id,
        List<Metric> metrics,
        Formula formula,
        Comparison comparison,
        double threshold,
        Duration period,
        Window window) {
    /** Copies the list. */
    public AlarmModel {
        metrics = List.copyOf(metrics);
    }

    /**
     * One metric.
     *
     * @param id what the formula calls it
     * @param name as {@code RequestCount}
     * @param statistic {@code Sum}, {@code Average}, {@code Minimum}, {@code Maximum}, or a percentile as {@code p99}
     * @param group the target group it is about; empty for the whole load balancer
     */
    public record Metric(String id, String name, String statistic, String group) {}

    /**
     * How many periods decide.
     *
     * @param periods how many it looks at
     * @param datapoints how many of them must breach
     * @param missing what a period without data is: {@code breaching}, {@code notBreaching}, {@code ignore} or
     *     {@code missing}
     */
    public record Window(int periods, int datapoints, String missing) {}

    /** Comparisons, as CloudWatch names them. */
    public enum Comparison {
        /** Above. */
        GREATER_THAN_THRESHOLD,
        /** Above, or just there. */
        GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        /** Below. */
        LESS_THAN_THRESHOLD,
        /** Below, or just there. */
        LESS_THAN_OR_EQUAL_TO_THRESHOLD;

        /** Whether {@code value} breaches {@code threshold}. */
        public boolean breached(double value, double threshold) {
            return switch (this) {
                case GREATER_THAN_THRESHOLD -> value > threshold;
                case GREATER_THAN_OR_EQUAL_TO_THRESHOLD -> value >= threshold;
                case LESS_THAN_THRESHOLD -> value < threshold;
                case LESS_THAN_OR_EQUAL_TO_THRESHOLD -> value <= threshold;
            };
        }
    }
}
