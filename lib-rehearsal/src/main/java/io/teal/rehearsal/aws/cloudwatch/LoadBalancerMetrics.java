package io.teal.rehearsal.aws.cloudwatch;

import io.teal.rehearsal.aws.elb.Counters;
import java.time.Instant;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Metrics of a load balancer over one period. As in CloudWatch, a count of zero, or a response time without requests,
 * is missing data.
 */
final class LoadBalancerMetrics {
    private static final double MICROS = 1e6;

    private final Counters counters;

    LoadBalancerMetrics(Counters counters) {
        this.counters = counters;
    }

    /** The value from {@code from} until before {@code to}, in real time; NaN for none. */
    double value(AlarmModel.Metric metric, Instant from, Instant to) {
        return switch (metric.name()) {
            case "HealthyHostCount" -> health(metric, from, to, true);
            case "UnHealthyHostCount" -> health(metric, from, to, false);
            case "TargetResponseTime" ->
                statistic(
                        metric.statistic(),
                        groups(metric)
                                .flatMapToInt(group -> counters.micros(group, from, to))
                                .mapToDouble(micros -> micros / MICROS));
            case "NewFlowCount" -> orNaN(counters.flows(Counters.FlowEvent.BEGUN, from, to));
            case "TCP_Target_Reset_Count" -> orNaN(counters.flows(Counters.FlowEvent.RESET_BY_TARGET, from, to));
            case "RequestCount" ->
                orNaN(groups(metric)
                        .mapToLong(group -> counters.requests(group, from, to))
                        .sum());
            default -> codes(metric, from, to);
        };
    }

    /** {@code HTTPCode_Target_2XX_Count}, {@code HTTPCode_ELB_5XX_Count} and the like. */
    private double codes(AlarmModel.Metric metric, Instant from, Instant to) {
        String[] words = metric.name().split("_");
        int hundreds = words[2].charAt(0) - '0';
        IntPredicate matches = words[2].endsWith("XX")
                ? status -> status / 100 == hundreds
                : status -> status == Integer.parseInt(words[2]);
        return words[1].equals("ELB") ? orNaN(counters.countOwn(matches, from, to)) : count(metric, matches, from, to);
    }

    private double count(AlarmModel.Metric metric, IntPredicate status, Instant from, Instant to) {
        return orNaN(groups(metric)
                .mapToLong(group -> counters.count(group, status, from, to))
                .sum());
    }

    private Stream<String> groups(AlarmModel.Metric metric) {
        return metric.group().isEmpty() ? counters.groups().stream() : Stream.of(metric.group());
    }

    private static double orNaN(long count) {
        return count == 0 ? Double.NaN : count;
    }

    private double health(AlarmModel.Metric metric, Instant from, Instant to, boolean healthy) {
        return statistic(
                metric.statistic(),
                counters.health(metric.group(), from, to)
                        .mapToDouble(one -> healthy ? one.healthy() : one.unhealthy()));
    }

    private static double statistic(String name, DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        return switch (name) {
            case "Minimum" -> sorted[0];
            case "Maximum" -> sorted[sorted.length - 1];
            case "Sum" -> DoubleStream.of(sorted).sum();
            case "SampleCount" -> sorted.length;
            case "Average" -> DoubleStream.of(sorted).average().orElseThrow();
            default -> percentile(sorted, Double.parseDouble(name.substring(1)));
        };
    }

    private static double percentile(double[] sorted, double percent) {
        int rank = (int) Math.ceil(percent / 100 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}
