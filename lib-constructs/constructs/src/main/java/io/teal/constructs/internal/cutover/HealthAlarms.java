package io.teal.constructs.internal.cutover;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.MathExpression;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.constructs.Construct;

/**
 * Three alarms on the health of one colour: answers 5xx, slow answers, unhealthy hosts. They are always there, whether
 * the colour has a fleet or not, and roll a release to that colour back.
 *
 * <p>Each counts only minutes in which the colour had requests, and missing data is no breach. The load balancer
 * reports nothing when nothing happens, and a fleet that boots is unhealthy for a while: an alarm that counted either
 * as a failure would stop every release. Missing evidence is handled by {@link CutoverSettings#evidence}; the engine
 * reads target health itself in every tick.
 *
 * <p>Behind a Network Load Balancer there is one: hosts that became unhealthy. It reports no requests of a target
 * group, and a host that boots was not healthy before.
 *
 * <p>Metrics come up to some minutes late. Only answers 5xx are filled with 0, which are not reported while there are
 * none; requests never are: the newest minute, whose data is not there yet, would count as one without requests, and
 * the alarm might never go off.
 *
 * <p>Dimensions are attributes of load balancer and target group: {@code targetGroup.getMetrics()} would make the
 * alarms depend on the listener that waits for them.
 */
public final class HealthAlarms extends Construct {
    private static final String NETWORK = "AWS/NetworkELB";

    private static final String APPLICATION = "AWS/ApplicationELB";
    private static final Duration PERIOD = Duration.minutes(1);
    private static final int MINUTES_LOOKED_AT = 3;
    private static final int MINUTES_THAT_DECIDE = 2;

    private final MonitoredTargets targets;
    private final AlarmSettings options;
    private final List<Alarm> alarms;

    /**
     * The alarms of {@code targets}. Where hosts are replaced a few at a time, a booting one is unhealthy and no
     * failure, so the third alarm counts the healthy ones, which must not be fewer than {@code fewest}.
     */
    public HealthAlarms(
            Construct scope, String id, MonitoredTargets targets, AlarmSettings options, OptionalInt fewest) {
        super(scope, id);
        this.targets = targets;
        this.options = options;
        this.alarms = targets.network()
                ? List.of(lostHosts())
                : List.of(errors(), latency(), fewest.isPresent() ? missing(fewest.getAsInt()) : unhealthyHosts());
    }

    /** All of them. */
    public List<Alarm> getAlarms() {
        return alarms;
    }

    private Alarm errors() {
        return alarm(
                "Errors",
                when("100 * FILL(errors, 0) / requests", "errors", metric("HTTPCode_Target_5XX_Count", "Sum")),
                options.errorPercent(),
                "percent of " + targets.name() + "'s requests answered 5xx");
    }

    private Alarm latency() {
        return alarm(
                "Latency",
                when("latency", "latency", metric("TargetResponseTime", "p99")),
                options.latency().toSeconds().doubleValue(),
                "seconds that the slowest hundredth of " + targets.name() + "'s requests took");
    }

    private Alarm unhealthyHosts() {
        return alarm(
                "UnhealthyHosts",
                when("unhealthy", "unhealthy", metric("UnHealthyHostCount", "Minimum")),
                0,
                "unhealthy hosts of " + targets.name());
    }

    private Alarm missing(int fewest) {
        return alarm(
                "MissingHosts",
                when(fewest + " - healthy", "healthy", metric("HealthyHostCount", "Maximum")),
                0,
                "of the " + fewest + " hosts that " + targets.name() + " needs healthy are missing");
    }

    /** The average falls when any node of the load balancer sees fewer, whether each sees all hosts or its zone's. */
    private Alarm lostHosts() {
        MathExpression lost = math(
                "IF(unhealthy > 0, 0 - DIFF(healthy), 0)",
                "healthy hosts lost",
                Map.of(
                        "healthy", metric("HealthyHostCount", "Average"),
                        "unhealthy", metric("UnHealthyHostCount", "Maximum")));
        return alarmOn(this, "UnhealthyHosts", lost)
                .threshold(0)
                .datapointsToAlarm(1)
                .alarmDescription("Hosts of " + targets.name() + " that were healthy are not, in the last "
                        + MINUTES_LOOKED_AT + " minutes; a release to " + targets.name() + " turns back.")
                .build();
    }

    /** {@code value} in minutes with enough requests, and 0 in any other. */
    private MathExpression when(String value, String name, Metric metric) {
        return math(
                "IF(requests >= " + options.requests() + ", " + value + ", 0)",
                value,
                Map.of("requests", metric("RequestCount", "Sum"), name, metric));
    }

    private static MathExpression math(String expression, String label, Map<String, Metric> metrics) {
        return MathExpression.Builder.create()
                .expression(expression)
                .usingMetrics(new TreeMap<>(metrics)) // Map.of has another order in each JVM
                .period(PERIOD)
                .label(label)
                .build();
    }

    private Metric metric(String name, String statistic) {
        return Metric.Builder.create()
                .namespace(targets.network() ? NETWORK : APPLICATION)
                .metricName(name)
                .dimensionsMap(new TreeMap<>(Map.of(
                        "LoadBalancer", targets.loadBalancer(),
                        "TargetGroup", targets.targetGroup())))
                .statistic(statistic)
                .period(PERIOD)
                .build();
    }

    private Alarm alarm(String id, IMetric metric, double threshold, String what) {
        return alarmOn(this, id, metric)
                .threshold(threshold)
                .datapointsToAlarm(MINUTES_THAT_DECIDE)
                .alarmDescription("More " + what + " than allowed, in " + MINUTES_THAT_DECIDE + " of "
                        + MINUTES_LOOKED_AT + " minutes; a release to " + targets.name()
                        + " turns back. A minute with fewer than "
                        + options.requests() + " requests, or without data, says nothing.")
                .build();
    }

    /**
     * The alarm on connections that a Network Load Balancer's targets reset: what it has instead of answers 5xx. It
     * counts both colours, because the load balancer counts resets for all its target groups together.
     */
    static Alarm resets(Construct scope, CutoverProps props) {
        AlarmSettings options = props.options().health();
        MathExpression percent = math(
                "IF(flows >= " + options.requests() + ", 100 * resets / flows, 0)",
                "resets in percent of new connections",
                Map.of("flows", sum(props, "NewFlowCount"), "resets", sum(props, "TCP_Target_Reset_Count")));
        return alarmOn(scope, "Resets", percent)
                .threshold(options.errorPercent())
                .datapointsToAlarm(MINUTES_THAT_DECIDE)
                .alarmDescription(
                        "More resets by hosts of either colour than allowed, in percent of new connections, in "
                                + MINUTES_THAT_DECIDE + " of " + MINUTES_LOOKED_AT
                                + " minutes; a release turns back. A minute"
                                + " with fewer than " + options.requests() + " new connections says nothing.")
                .build();
    }

    private static Metric sum(CutoverProps props, String name) {
        return Metric.Builder.create()
                .namespace(NETWORK)
                .metricName(name)
                .dimensionsMap(Map.of("LoadBalancer", props.router().getLoadBalancerFullName()))
                .statistic("Sum")
                .period(PERIOD)
                .build();
    }

    private static Alarm.Builder alarmOn(Construct scope, String id, IMetric metric) {
        return Alarm.Builder.create(scope, id)
                .metric(metric)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .evaluationPeriods(MINUTES_LOOKED_AT)
                .treatMissingData(TreatMissingData.NOT_BREACHING);
    }
}
