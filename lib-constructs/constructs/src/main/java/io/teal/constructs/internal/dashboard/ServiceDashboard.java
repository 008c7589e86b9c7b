package io.teal.constructs.internal.dashboard;

import io.teal.constructs.internal.common.GroupNames;
import io.teal.release.Color;
import io.teal.release.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.IWidget;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TextWidget;
import software.constructs.Construct;

/**
 * The dashboard of a service with two colours: both side by side, whether they have a fleet or not.
 *
 * <p>What CloudFormation does: creates it after load balancer, target groups, alarms and state machine, updates it in
 * place in each deploy of a release, whose versions it names, and deletes it with the stack; nothing waits for it.
 */
public final class ServiceDashboard {
    private static final int WIDTH = 8;
    private static final int HEIGHT = 6;

    /** CloudWatch takes as many in one widget. */
    private static final int MOST_ALARMS = 100;

    private static final Duration SHOWN = Duration.hours(3);

    private final DashboardParts parts;

    private ServiceDashboard(DashboardParts parts) {
        this.parts = parts;
    }

    /** The dashboard of {@code parts}, as {@code Dashboard} in {@code service}. */
    public static Dashboard create(Construct service, DashboardParts parts) {
        List<List<IWidget>> rows = new ArrayList<>();
        rows.add(new ServiceDashboard(parts).first(Stack.of(service).getStackName()));
        rows.addAll(new DashboardRows(parts).all());
        return Dashboard.Builder.create(service, "Dashboard")
                .dashboardName(name(service, parts.serviceName()))
                .defaultInterval(SHOWN)
                .widgets(rows)
                .build();
    }

    /** {@code <stack>-<service>-<region>}: an account has all its dashboards together, whatever the region. */
    static String name(Construct scope, String serviceName) {
        return GroupNames.of(scope, serviceName) + "-" + Stack.of(scope).getRegion();
    }

    private List<IWidget> first(String stack) {
        List<IWidget> row = new ArrayList<>();
        row.add(TextWidget.Builder.create()
                .markdown(text(stack))
                .width(WIDTH)
                .height(HEIGHT)
                .build());
        for (int from = 0; from < parts.alarms().size(); from += MOST_ALARMS) {
            row.add(alarms(parts.alarms().subList(from, Math.min(parts.alarms().size(), from + MOST_ALARMS))));
        }
        row.add(DashboardRows.graph(
                        "Preflight and Shift, executions a minute",
                        List.of(run("ExecutionsStarted", "begun"), run("ExecutionsSucceeded", "ended")))
                .build());
        return row;
    }

    private static IWidget alarms(List<IAlarm> alarms) {
        return AlarmStatusWidget.Builder.create()
                .title("Alarms that roll a release back")
                .alarms(alarms)
                .width(WIDTH)
                .height(HEIGHT)
                .build();
    }

    /**
     * Where a release began and ended, which a template cannot know: each is an execution of Preflight and of Shift.
     */
    private IMetric run(String name, String label) {
        return Metric.Builder.create()
                .namespace("AWS/States")
                .metricName(name)
                .dimensionsMap(Map.of("StateMachineArn", parts.machine()))
                .statistic("Sum")
                .period(ColorMetrics.PERIOD)
                .label(label)
                .build();
    }

    private String text(String stack) {
        Release release = parts.release();
        return String.join(
                "\n",
                "# " + parts.serviceName(),
                "",
                "| | blue | green |",
                "| --- | --- | --- |",
                row("version", Stream.of(Color.values()).map(release::versionOrNone)),
                row(
                        "traffic, percent",
                        Stream.of(Color.values()).map(color -> Integer.toString(release.weight(color)))),
                "",
                "Active: **" + release.active() + "**. This is what the last deploy asked for; what is live is in the"
                        + " graphs, and in `bin/teal status " + stack + "`.");
    }

    private static String row(String name, Stream<String> cells) {
        return "| " + name + " | " + String.join(" | ", cells.toList()) + " |";
    }
}
