package io.teal.constructs.internal.dashboard;

import io.teal.constructs.internal.traffic.ServicePort;
import io.teal.release.Color;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;

/**
 * The metrics of one colour, each drawn in the colour's own colour. They are named by target group and by the Auto
 * Scaling group's fixed name, so that a graph goes on when a fleet is removed and made again.
 */
final class ColorMetrics {
    static final Duration PERIOD = Duration.minutes(1);

    private static final Map<Color, String> LINES = Map.of(Color.BLUE, "#1f77b4", Color.GREEN, "#2ca02c");
    private static final Map<Color, String> PALE = Map.of(Color.BLUE, "#aec7e8", Color.GREEN, "#98df8a");

    private final DashboardParts parts;
    private final Color color;

    ColorMetrics(DashboardParts parts, Color color) {
        this.parts = parts;
        this.color = color;
    }

    /** A metric of the colour's target group. */
    Metric.Builder target(ServicePort port, String name, String statistic, String label) {
        return line(name, statistic, label)
                .namespace(parts.router().isNetwork() ? "AWS/NetworkELB" : "AWS/ApplicationELB")
                .dimensionsMap(new TreeMap<>(Map.of(
                        "LoadBalancer", parts.router().getLoadBalancerFullName(),
                        "TargetGroup", port.targetGroups().get(color).getTargetGroupFullName())));
    }

    /** A metric of the colour's Auto Scaling group, or of its hosts together. */
    Metric.Builder group(String namespace, String name, String statistic, String label) {
        return line(name, statistic, label)
                .namespace(namespace)
                .dimensionsMap(Map.of("AutoScalingGroupName", parts.groups().get(color)));
    }

    /** {@code metric}, drawn paler, for a second line of the colour. */
    Metric.Builder pale(Metric.Builder metric) {
        return metric.color(PALE.get(color));
    }

    private Metric.Builder line(String name, String statistic, String label) {
        return Metric.Builder.create()
                .metricName(name)
                .statistic(statistic)
                .period(PERIOD)
                .label(label.isEmpty() ? color.toString() : color + " " + label)
                .color(LINES.get(color));
    }

    /**
     * Of the requests of {@code port} that targets answered in a minute, how many were this colour's, in percent. The
     * sum takes a list, since adding two metrics of which one has no data gives none; a colour without a fleet has
     * none.
     */
    IMetric share(ServicePort port) {
        Map<String, IMetric> both = new TreeMap<>();
        for (Color one : Color.values()) {
            both.put(
                    id(one, port),
                    new ColorMetrics(parts, one)
                            .target(port, "RequestCount", "Sum", "requests")
                            .build());
        }
        return MathExpression.Builder.create()
                .expression("100 * FILL(" + id(color, port) + ", 0) / SUM([" + String.join(", ", both.keySet()) + "])")
                .usingMetrics(both)
                .period(PERIOD)
                .label(color.toString())
                .color(LINES.get(color))
                .build();
    }

    /** In an expression; a port's own, since a graph may know only one metric of an id. */
    private static String id(Color color, ServicePort port) {
        return color + port.prefix();
    }
}
