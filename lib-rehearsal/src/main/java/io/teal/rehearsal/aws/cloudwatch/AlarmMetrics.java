package io.teal.rehearsal.aws.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Opaque;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads alarm metrics of the load balancers in the template. */
final class AlarmMetrics {
    private static final String NAMESPACE = "AWS/ApplicationELB";
    private static final String NETWORK = "AWS/NetworkELB";
    private static final Pattern FLOW_COUNTS = Pattern.compile("NewFlowCount|TCP_Target_Reset_Count");
    private static final Pattern COUNTS = Pattern.compile(
            "RequestCount" + "|HTTPCode_Target_[2-5]XX_Count|HTTPCode_ELB_[45]XX_Count|HTTPCode_ELB_50[0234]_Count");
    private static final String BALANCER = "LoadBalancer";
    private static final String GROUP = "TargetGroup";
    private static final Set<String> GROUP_METRICS = Set.of("HealthyHostCount", "UnHealthyHostCount");
    private static final String RESPONSE_TIME = "TargetResponseTime";
    private static final Set<String> STATISTICS = Set.of("Sum", "Average", "Minimum", "Maximum", "SampleCount");

    private final Fields fields;
    private final Set<String> groups;
    private final Set<String> balancers;

    /** Metrics of the alarm in {@code fields}, on {@code groups} and {@code balancers} of the template. */
    AlarmMetrics(Fields fields, Set<String> groups, Set<String> balancers) {
        this.fields = fields;
        this.groups = groups;
        this.balancers = balancers;
    }

    /** Reads a metric; empty if it is not emulated. */
    Optional<AlarmModel.Metric> read(String namespace, String name, String statistic, JsonNode dimensions) {
        Optional<String> group = group(dimensions);
        if (!isEmulated(namespace, name) || group.isEmpty()) {
            return Optional.empty();
        }
        if (isCount(name) && namespace.equals(NETWORK) && !group.get().isEmpty()) { // not published per target group
            return Optional.empty();
        }
        if (GROUP_METRICS.contains(name) && group.get().isEmpty()) {
            return Optional.empty();
        }
        refuseStatistic(name, statistic);
        return Optional.of(new AlarmModel.Metric(name, statistic, group.get()));
    }

    private static boolean isEmulated(String namespace, String name) {
        return switch (namespace) {
            case NAMESPACE ->
                COUNTS.matcher(name).matches() || name.equals(RESPONSE_TIME) || GROUP_METRICS.contains(name);
            case NETWORK -> FLOW_COUNTS.matcher(name).matches() || GROUP_METRICS.contains(name);
            default -> false;
        };
    }

    private static boolean isCount(String name) {
        return COUNTS.matcher(name).matches() || FLOW_COUNTS.matcher(name).matches();
    }

    private void refuseStatistic(String name, String statistic) {
        boolean supported = isCount(name)
                ? statistic.equals("Sum")
                : STATISTICS.contains(statistic) || statistic.matches("p\\d{1,2}(\\.\\d+)?|p100");
        if (!supported) {
            throw fields.refused(
                    "the statistic " + statistic + " of " + name + " is not modelled",
                    isCount(name) ? "only Sum is" : "write one of Average, Minimum, Maximum, or p99");
        }
    }

    /**
     * The target group, or "" for a whole load balancer; empty if neither is in this template, or AWS publishes no such
     * metric: those of a load balancer are by it, those of a target group by both.
     */
    private Optional<String> group(JsonNode dimensions) {
        Map<String, String> named = new TreeMap<>();
        dimensions.forEach(one -> named.put(one.path("Name").asText(), Opaque.written(one.path("Value"))));
        String balancer = named.getOrDefault(BALANCER, "");
        Set<String> own = owned(balancers, balancer, BALANCER);
        if (named.keySet().equals(Set.of(BALANCER))) {
            return own.isEmpty() ? Optional.empty() : Optional.of("");
        }
        boolean theirs = Opaque.owner(balancer).filter(balancers::contains).isEmpty();
        return named.keySet().equals(Set.of(BALANCER, GROUP)) && (theirs || !own.isEmpty())
                ? owned(groups, named.get(GROUP), GROUP).stream().findFirst()
                : Optional.empty();
    }

    /** The one of {@code ids} whose full name, the end of its ARN, {@code value} is. */
    private static Set<String> owned(Set<String> ids, String value, String kind) {
        return Opaque.owner(value)
                .filter(ids::contains)
                .filter(id -> value.endsWith("." + kind + "FullName"))
                .map(Set::of)
                .orElse(Set.of());
    }
}
