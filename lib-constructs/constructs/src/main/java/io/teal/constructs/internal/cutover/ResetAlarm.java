package io.teal.constructs.internal.cutover;

import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/**
 * The alarm on connections that a Network Load Balancer's targets reset: what it has instead of answers 5xx. It counts
 * both colours, because the load balancer counts resets for all its target groups together.
 */
final class ResetAlarm {
    private static final Duration PERIOD = Duration.minutes(1);
    private static final int MINUTES_LOOKED_AT = 3;
    private static final int MINUTES_THAT_DECIDE = 2;

    private ResetAlarm() {}

    static Alarm create(Construct scope, CutoverProps props) {
        AlarmSettings options = props.options().health();
        return Alarm.Builder.create(scope, "Resets")
                .metric(MathExpression.Builder.create()
                        .expression(
                                "IF(FILL(flows, 0) >= " + options.requests() + ", 100 * FILL(resets, 0) / flows, 0)")
                        .usingMetrics(new TreeMap<>(Map.of(
                                "flows", sum(props, "NewFlowCount"), "resets", sum(props, "TCP_Target_Reset_Count"))))
                        .period(PERIOD)
                        .label("resets in percent of new connections")
                        .build())
                .threshold(options.errorPercent())
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .evaluationPeriods(MINUTES_LOOKED_AT)
                .datapointsToAlarm(MINUTES_THAT_DECIDE)
                .treatMissingData(TreatMissingData.NOT_BREACHING)
                .alarmDescription(
                        "More resets by hosts of either colour than allowed, in percent of new connections, in "
                                + MINUTES_THAT_DECIDE + " of " + MINUTES_LOOKED_AT
                                + " minutes; a release turns back. A minute"
                                + " with fewer than " + options.requests() + " new connections says nothing.")
                .build();
    }

    private static Metric sum(CutoverProps props, String name) {
        return Metric.Builder.create()
                .namespace(HealthAlarms.NETWORK)
                .metricName(name)
                .dimensionsMap(Map.of("LoadBalancer", props.router().getLoadBalancerFullName()))
                .statistic("Sum")
                .period(PERIOD)
                .build();
    }
}
