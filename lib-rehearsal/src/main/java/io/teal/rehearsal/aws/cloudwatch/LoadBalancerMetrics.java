package io.teal.rehearsal.aws.cloudwatch;

import io.teal.rehearsal.TemplateClock;
import io.teal.rehearsal.aws.elb.Balancer;
import io.teal.rehearsal.aws.elb.Counters;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Metrics of a load balancer, as CloudWatch knows them: by whole minutes, each {@link #LAG} after it is over. A count
 * of zero, or a response time without requests, is missing data.
 */
public final class LoadBalancerMetrics {
    /** How late metrics are: no page of AWS says it; seen were from under one minute to three. */
    static final Duration LAG = Duration.ofMinutes(2);

    private static final double MICROS = 1e6;

    private final Counters counters;
    private final TemplateClock clock;

    /** Metrics of what {@code balancer} counts. */
    public LoadBalancerMetrics(Balancer balancer, TemplateClock clock) {
        this.counters = balancer.counters();
        this.clock = clock;
    }

    /** The minute that has begun, in the template's time: the end of the last one that can have a value. */
    Instant minute() {
        return clock.instant().truncatedTo(ChronoUnit.MINUTES);
    }

    /**
     * Requests to {@code group} from the minute in which {@code from} is to the one before {@code to}, in the
     * template's time; empty if CloudWatch knows none.
     */
    public Optional<Double> requests(String group, Instant from, Instant to) {
        Instant begin = from.truncatedTo(ChronoUnit.MINUTES);
        double sum = value(new AlarmModel.Metric("RequestCount", "Sum", group), begin, wholeMinute(to));
        return Double.isNaN(sum) ? Optional.empty() : Optional.of(sum);
    }

    private static Instant wholeMinute(Instant at) {
        Instant begun = at.truncatedTo(ChronoUnit.MINUTES);
        return begun.equals(at) ? at : begun.plus(Duration.ofMinutes(1));
    }

    private Instant published() {
        return minute().minus(LAG);
    }

    /**
     * The value from {@code from} until before {@code to}, in the template's time, of the minutes that are known; NaN
     * for none.
     */
    double value(AlarmModel.Metric metric, Instant from, Instant to) {
        Instant end = to.isAfter(published()) ? published() : to;
        return from.isBefore(end) ? counted(metric, clock.real(from), clock.real(end)) : Double.NaN;
    }

    private double counted(AlarmModel.Metric metric, Instant from, Instant to) {
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
