package io.teal.rehearsal.aws.cloudwatch;

import java.time.Duration;
import java.util.Map;

/**
 * An alarm on load balancer metrics.
 *
 * @param id its logical id
 * @param name its name; empty if CloudFormation generates one
 * @param value what is compared
 * @param comparison how it is compared
 * @param threshold its threshold
 * @param period the length of one period
 * @param window how many periods are evaluated, and how
 */
public record AlarmModel(
        String id, String name, Value value, Comparison comparison, double threshold, Duration period, Window window) {

    /** An alarm on something that is not emulated: it evaluates no period, and nothing breaches. */
    public static AlarmModel alwaysOk(String id, String name) {
        Value nothing = new Value(Map.of(), Map.of(), "");
        Window never = new Window(0, 1, "notBreaching");
        return new AlarmModel(id, name, nothing, Comparison.GREATER_THAN_THRESHOLD, 0, Duration.ZERO, never);
    }

    /**
     * What is compared: a metric, or a formula of metrics and other formulas.
     *
     * @param metrics by id
     * @param formulas by id
     * @param returned the id of the one that is compared
     */
    public record Value(Map<String, Metric> metrics, Map<String, Formula> formulas, String returned) {
        /** Copies the maps. */
        public Value {
            metrics = Map.copyOf(metrics);
            formulas = Map.copyOf(formulas);
        }

        /** Computes it from the values of {@code known}. */
        public double compute(MetricValues known) {
            return compute(returned, 0, known);
        }

        private double compute(String id, int back, MetricValues known) {
            return formulas.containsKey(id)
                    ? formulas.get(id).value((other, more) -> compute(other, back + more, known))
                    : known.value(metrics.get(id), back);
        }
    }

    /** Values of metrics in CloudWatch. */
    @FunctionalInterface
    public interface MetricValues {
        /** The value of {@code metric}, {@code back} periods ago; NaN for missing data. */
        double value(Metric metric, int back);
    }

    /**
     * One metric.
     *
     * @param name as {@code RequestCount}
     * @param statistic {@code Sum}, {@code Average}, {@code Minimum}, {@code Maximum}, {@code SampleCount}, or a
     *     percentile as {@code p99}
     * @param group its target group; empty for the whole load balancer
     */
    public record Metric(String name, String statistic, String group) {}

    /**
     * The evaluation window.
     *
     * @param periods EvaluationPeriods
     * @param datapoints DatapointsToAlarm
     * @param missing TreatMissingData: {@code breaching}, {@code notBreaching}, {@code ignore} or {@code missing}
     */
    public record Window(int periods, int datapoints, String missing) {}

    /** Comparisons, as CloudWatch names them. */
    public enum Comparison {
        /** {@code >}. */
        GREATER_THAN_THRESHOLD,
        /** {@code >=}. */
        GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        /** {@code <}. */
        LESS_THAN_THRESHOLD,
        /** {@code <=}. */
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
