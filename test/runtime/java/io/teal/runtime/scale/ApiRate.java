package io.teal.runtime.scale;

import java.util.Arrays;
import java.util.List;

/**
 * AWS's request rates for an account in a region, as token buckets: a call takes a token, and is refused if there is
 * none. {@code docs/many-services.md} names the sources; where AWS publishes no rate, it is assumed.
 */
enum ApiRate {
    ELB_DESCRIBE(40, 10, "describeListeners", "describeRules", "describeTargetHealth"),
    ELB_MODIFY(20, 3, "modifyActions"),
    DESCRIBE_STACKS(5, 5, "describeStackStatus", "describeStack"),
    DESCRIBE_GROUPS(40, 10, "describeAutoScalingGroup", "describeAutoScalingGroups"),
    CHANGE_GROUPS(20, 5, "setDesiredCapacity", "createOrUpdateTag"),
    GET_RESOURCES(15, 15, "describeHostTags"),
    DESCRIBE_ALARMS(9, 9, "describeAlarms"),
    GET_METRIC_DATA(50, 50, "getMetricSum"),
    LIST_EXECUTIONS(100, 2, "listExecutions"),
    DESCRIBE_EXECUTION(250, 10, "describeExecutionOutput"),
    START_EXECUTION(800, 150, "startExecution"),
    STOP_EXECUTION(500, 25, "stopExecution");

    final double capacity;
    final double perSecond;
    private final List<String> calls;

    ApiRate(double capacity, double perSecond, String... calls) {
        this.capacity = capacity;
        this.perSecond = perSecond;
        this.calls = List.of(calls);
    }

    /** The rate of a call of the port. */
    static ApiRate of(String call) {
        return Arrays.stream(values())
                .filter(rate -> rate.calls.contains(call))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no rate is known for " + call));
    }
}
