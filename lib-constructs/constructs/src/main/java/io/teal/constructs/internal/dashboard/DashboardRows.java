package io.teal.constructs.internal.dashboard;

import io.teal.constructs.internal.fleet.HostAgent;
import io.teal.constructs.internal.traffic.ServicePort;
import io.teal.release.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.LogQueryVisualizationType;
import software.amazon.awscdk.services.cloudwatch.LogQueryWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.YAxisProps;

/** The graphs: what comes in, how it is answered, what hosts there are and what they do. */
final class DashboardRows {
    private static final int WIDTH = 8;
    private static final int HALF = 12;
    private static final int HEIGHT = 6;
    private static final int WHOLE = 100;
    private static final String NETWORK = "AWS/NetworkELB";
    private static final String SCALING = "AWS/AutoScaling";
    private static final String EC2 = "AWS/EC2";
    private static final String AGENT = HostAgent.NAMESPACE;
    private static final List<String> ERRORS = List.of(
            "fields @timestamp, @logStream, @message",
            "filter @message like /(?i)(error|exception|fatal)/",
            "sort @timestamp desc",
            "limit 20");

    private final DashboardParts parts;

    DashboardRows(DashboardParts parts) {
        this.parts = parts;
    }

    List<List<IWidget>> all() {
        List<List<IWidget>> rows = new ArrayList<>();
        if (parts.router().isNetwork()) {
            rows.add(connections());
        }
        for (ServicePort port : parts.router().getPorts()) {
            if (parts.router().isNetwork()) {
                rows.add(List.of(seen(port)));
            } else {
                rows.add(requests(port));
                rows.add(List.of(responseTime(port), seen(port)));
            }
        }
        rows.add(hosts());
        if (parts.agent()) {
            rows.add(agent());
        }
        if (!parts.logs().isEmpty()) {
            rows.add(errors());
        }
        return rows;
    }

    private List<IWidget> requests(ServicePort port) {
        return List.of(
                graph(
                                "Share of the requests, percent" + of(port),
                                colors().map(color -> color.share(port)).toList())
                        .leftYAxis(percent())
                        .build(),
                graph("Requests a minute" + of(port), each(color -> color.target(port, "RequestCount", "Sum", "")))
                        .stacked(true)
                        .build(),
                graph(
                                "Answers 5xx a minute" + of(port),
                                each(color -> color.target(port, "HTTPCode_Target_5XX_Count", "Sum", "")))
                        .build());
    }

    /** A Network Load Balancer counts connections of all its target groups together. */
    private List<IWidget> connections() {
        return List.of(
                graph("New connections a minute, both colours together", List.of(balancer("NewFlowCount")))
                        .width(HALF)
                        .build(),
                graph("Resets by hosts a minute, both colours together", List.of(balancer("TCP_Target_Reset_Count")))
                        .width(HALF)
                        .build());
    }

    private IMetric balancer(String name) {
        return Metric.Builder.create()
                .namespace(NETWORK)
                .metricName(name)
                .dimensionsMap(Map.of("LoadBalancer", parts.router().getLoadBalancerFullName()))
                .statistic("Sum")
                .period(ColorMetrics.PERIOD)
                .build();
    }

    private IWidget responseTime(ServicePort port) {
        return graph(
                        "Response time, seconds" + of(port),
                        pairs(
                                color -> color.target(port, "TargetResponseTime", "p99", "p99"),
                                color -> color.pale(color.target(port, "TargetResponseTime", "p50", "p50"))))
                .width(HALF)
                .build();
    }

    private IWidget seen(ServicePort port) {
        return graph(
                        "Hosts as the load balancer sees them" + of(port),
                        pairs(
                                color -> color.target(port, "HealthyHostCount", "Minimum", "healthy"),
                                color -> color.pale(color.target(port, "UnHealthyHostCount", "Maximum", "unhealthy"))))
                .width(parts.router().isNetwork() ? 2 * HALF : HALF)
                .build();
    }

    private List<IWidget> hosts() {
        return List.of(
                graph(
                                "Hosts of the Auto Scaling groups",
                                pairs(
                                        color -> color.group(
                                                SCALING, "GroupInServiceInstances", "Average", "in service"),
                                        color -> color.pale(
                                                color.group(SCALING, "GroupDesiredCapacity", "Average", "desired"))))
                        .build(),
                graph("CPU, percent", each(color -> color.group(EC2, "CPUUtilization", "Average", "")))
                        .leftYAxis(percent())
                        .build(),
                graph(
                                "Network, bytes a minute",
                                pairs(
                                        color -> color.group(EC2, "NetworkIn", "Sum", "in"),
                                        color -> color.pale(color.group(EC2, "NetworkOut", "Sum", "out"))))
                        .build());
    }

    private List<IWidget> agent() {
        return List.of(
                graph("Memory, percent", each(color -> color.group(AGENT, "mem_used_percent", "Average", "")))
                        .leftYAxis(percent())
                        .width(HALF)
                        .build(),
                graph(
                                "Fullest root volume, percent",
                                each(color -> color.group(AGENT, "disk_used_percent", "Maximum", "")))
                        .leftYAxis(percent())
                        .width(HALF)
                        .build());
    }

    private List<IWidget> errors() {
        List<IWidget> row = new ArrayList<>();
        parts.logs()
                .forEach((color, log) -> row.add(LogQueryWidget.Builder.create()
                        .title("Newest errors in the logs of " + color)
                        .logGroupNames(List.of(log))
                        .queryLines(ERRORS)
                        .view(LogQueryVisualizationType.TABLE)
                        .width(HALF)
                        .height(HEIGHT)
                        .build()));
        return row;
    }

    private Stream<ColorMetrics> colors() {
        return Stream.of(Color.values()).map(color -> new ColorMetrics(parts, color));
    }

    private List<IMetric> each(Function<ColorMetrics, Metric.Builder> metric) {
        return colors().<IMetric>map(color -> metric.apply(color).build()).toList();
    }

    private List<IMetric> pairs(
            Function<ColorMetrics, Metric.Builder> first, Function<ColorMetrics, Metric.Builder> second) {
        return colors().flatMap(color -> Stream.of(first.apply(color), second.apply(color)))
                .<IMetric>map(Metric.Builder::build)
                .toList();
    }

    static GraphWidget.Builder graph(String title, List<IMetric> metrics) {
        return GraphWidget.Builder.create()
                .title(title)
                .left(metrics)
                .width(WIDTH)
                .height(HEIGHT);
    }

    private static YAxisProps percent() {
        return YAxisProps.builder().min(0).max(WHOLE).showUnits(false).build();
    }

    private static String of(ServicePort port) {
        return port.name().isEmpty() ? "" : ", port " + port.name();
    }
}
