package io.teal.operate.checklist;

import io.teal.operate.account.MetricQuery;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * The figures that CloudWatch has; the names of metrics, and how they are counted, are those of the dashboard.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html">
 *     Application Load Balancers</a>
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-cloudwatch-metrics.html">
 *     Network Load Balancers</a>
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/viewing_metrics_with_cloudwatch.html">hosts</a>
 */
enum Measure {
    REQUESTS("requests", ReportedBy.TARGETS, "RequestCount", "Sum", Measure::sum, Measure::count),
    FAILURES("answers 5xx", ReportedBy.TARGETS, "HTTPCode_Target_5XX_Count", "Sum", Measure::sum, Measure::count),
    P50("p50 worst minute", ReportedBy.TARGETS, "TargetResponseTime", "p50", Measure::largest, Measure::seconds),
    P99("p99 worst minute", ReportedBy.TARGETS, "TargetResponseTime", "p99", Measure::largest, Measure::seconds),
    FLOWS("new flows", ReportedBy.BALANCER, "NewFlowCount", "Sum", Measure::sum, Measure::count),
    RESETS("resets by hosts", ReportedBy.BALANCER, "TCP_Target_Reset_Count", "Sum", Measure::sum, Measure::count),
    CPU("CPU", ReportedBy.HOSTS, "CPUUtilization", "Average", Measure::newest, Measure::percent),
    NETWORK_IN("network in, a host", ReportedBy.HOSTS, "NetworkIn", "Sum", Measure::newest, Measure::rate),
    NETWORK_OUT("network out, a host", ReportedBy.HOSTS, "NetworkOut", "Sum", Measure::newest, Measure::rate),
    MEMORY("memory used", ReportedBy.AGENT, "mem_used_percent", "Average", Measure::newest, Measure::percent),
    DISK("fullest root volume", ReportedBy.AGENT, "disk_used_percent", "Maximum", Measure::newest, Measure::percent);

    /** Who reports a figure. */
    enum ReportedBy {
        /** An Application Load Balancer, of each target group. */
        TARGETS("AWS/ApplicationELB", 60),
        /** A Network Load Balancer, of all target groups together. */
        BALANCER("AWS/NetworkELB", 60),
        /** EC2; without detailed monitoring a host has one data point in five minutes. */
        HOSTS("AWS/EC2", 300),
        /** CloudWatch's agent on the hosts, if it is there. */
        AGENT("CWAgent", 300);

        final String namespace;
        final int period;

        ReportedBy(String namespace, int period) {
            this.namespace = namespace;
            this.period = period;
        }
    }

    private static final double THOUSAND = 1000;

    final String label;
    final ReportedBy origin;
    private final String metric;
    private final String statistic;
    private final ToDoubleFunction<NavigableMap<Instant, Double>> combined;
    private final DoubleFunction<String> shown;

    Measure(
            String label,
            ReportedBy origin,
            String metric,
            String statistic,
            ToDoubleFunction<NavigableMap<Instant, Double>> combined,
            DoubleFunction<String> shown) {
        this.label = label;
        this.origin = origin;
        this.metric = metric;
        this.statistic = statistic;
        this.combined = combined;
        this.shown = shown;
    }

    MetricQuery query(Map<String, String> dimensions) {
        return new MetricQuery(origin.namespace, metric, dimensions, statistic, origin.period);
    }

    /** The figure that {@code points} give, of which there is one at least. */
    double of(NavigableMap<Instant, Double> points) {
        return combined.applyAsDouble(points);
    }

    CheckCell cell(double value) {
        return CheckCell.of(value, shown.apply(value));
    }

    /** Whether it is counted in bytes of one period of all hosts. */
    boolean perHost() {
        return this == NETWORK_IN || this == NETWORK_OUT;
    }

    private static double sum(NavigableMap<Instant, Double> points) {
        return points.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static double largest(NavigableMap<Instant, Double> points) {
        return points.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    private static double newest(NavigableMap<Instant, Double> points) {
        return points.lastEntry().getValue();
    }

    private static String count(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.1f%%", value);
    }

    private static String seconds(double value) {
        return value < 1
                ? String.format(Locale.ROOT, "%.0f ms", value * THOUSAND)
                : String.format(Locale.ROOT, "%.2f s", value);
    }

    private static String rate(double bytes) {
        String[] units = {"B/s", "kB/s", "MB/s", "GB/s"};
        double left = bytes;
        int unit = 0;
        while (left >= THOUSAND && unit < units.length - 1) {
            left /= THOUSAND;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", left, units[unit]);
    }
}
