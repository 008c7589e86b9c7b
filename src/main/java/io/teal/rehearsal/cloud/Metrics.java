package io.teal.rehearsal.cloud;

import io.teal.rehearsal.balancer.Counters;
import io.teal.rehearsal.model.AlarmModel;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Metrics of a load balancer over one period, as CloudWatch has them: none of a count that is zero, and none of the
 * requests when there were none.
 */
final class Metrics {
    private static final double MICROS = 1e6;

    private final Counters counters;

    Metrics(Counters counters) {
        this.counters = counters;
    }

    /** The value from {@code from} until before {@code to}, in real time; NaN for none. */
    double value(AlarmModel.Metric metric, Instant from, Instant to) {
        return switch (metric.name()) {
            case "HealthyHostCount" -> health(metric, from, to, true);
            case "UnHealthyHostCount" -> health(metric, from, to, false);
            case "TargetResponseTime" ->
                statistic(metric.statistic(), answers(metric, from, to).mapToDouble(one -> one.micros() / MICROS));
            case "RequestCount" -> count(answers(metric, from, to), any -> true);
            case "HTTPCode_ELB_5XX_Count" ->
                count(counters.answers(Counters.ITSELF, from, to).stream(), status -> status >= 500);
            default -> {
                int hundreds = metric.name().charAt("HTTPCode_Target_".length()) - '0';
                yield count(answers(metric, from, to), status -> status / 100 == hundreds);
            }
        };
    }

    private Stream<Counters.Answered> answers(AlarmModel.Metric metric, Instant from, Instant to) {
        List<Counters.Answered> found =
                metric.group().isEmpty() ? counters.allAnswers(from, to) : counters.answers(metric.group(), from, to);
        return found.stream();
    }

    private double health(AlarmModel.Metric metric, Instant from, Instant to, boolean healthy) {
        return statistic(
                metric.statistic(),
                counters.health(metric.group(), from, to)
                        .mapToDouble(one -> healthy ? one.healthy() : one.unhealthy()));
    }

    private static double count(Stream<Counters.Answered> answers, IntPredicate status) {
        long count = answers.filter(one -> status.test(one.status())).count();
        return count == 0 ? Double.NaN : count;
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
