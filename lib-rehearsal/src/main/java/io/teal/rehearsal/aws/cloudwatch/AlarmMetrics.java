package io.teal.rehearsal.aws.cloudwatch;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Opaque;
import java.util.Optional;
import java.util.Set;

/** Reads metrics of alarms: those that a load balancer of the template counts. */
final class AlarmMetrics {
    private static final String NAMESPACE = "AWS/ApplicationELB";
    private static final String NETWORK = "AWS/NetworkELB";
    private static final Set<String> COUNTS_OF_FLOWS = Set.of("NewFlowCount", "TCP_Target_Reset_Count");
    private static final Set<String> COUNTS = Set.of(
            "RequestCount",
            "HTTPCode_Target_2XX_Count",
            "HTTPCode_Target_3XX_Count",
            "HTTPCode_Target_4XX_Count",
            "HTTPCode_Target_5XX_Count",
            "HTTPCode_ELB_4XX_Count",
            "HTTPCode_ELB_5XX_Count",
            "HTTPCode_ELB_500_Count",
            "HTTPCode_ELB_502_Count",
            "HTTPCode_ELB_503_Count",
            "HTTPCode_ELB_504_Count");
    private static final Set<String> OF_A_GROUP = Set.of("HealthyHostCount", "UnHealthyHostCount");
    private static final String RESPONSE_TIME = "TargetResponseTime";
    private static final Set<String> STATISTICS = Set.of("Sum", "Average", "Minimum", "Maximum", "SampleCount");

    private final Fields fields;
    private final Set<String> groups;
    private final Set<String> balancers;

    /** Metrics of an alarm that {@code fields} describe, on {@code groups} and {@code balancers} of the template. */
    AlarmMetrics(Fields fields, Set<String> groups, Set<String> balancers) {
        this.fields = fields;
        this.groups = groups;
        this.balancers = balancers;
    }

    /** One metric; empty for one of anything else. */
    Optional<AlarmModel.Metric> read(String namespace, String name, String statistic, JsonNode dimensions) {
        Optional<String> group = group(dimensions);
        if (!counted(namespace, name) || group.isEmpty()) {
            return Optional.empty();
        }
        if (isCount(name) && namespace.equals(NETWORK) && !group.get().isEmpty()) { // CloudWatch has none of a group
            return Optional.empty();
        }
        if (OF_A_GROUP.contains(name) && group.get().isEmpty()) {
            return Optional.empty();
        }
        refuseStatistic(name, statistic);
        return Optional.of(new AlarmModel.Metric(name, statistic, group.get()));
    }

    private static boolean counted(String namespace, String name) {
        return switch (namespace) {
            case NAMESPACE -> COUNTS.contains(name) || name.equals(RESPONSE_TIME) || OF_A_GROUP.contains(name);
            case NETWORK -> COUNTS_OF_FLOWS.contains(name) || OF_A_GROUP.contains(name);
            default -> false;
        };
    }

    private static boolean isCount(String name) {
        return COUNTS.contains(name) || COUNTS_OF_FLOWS.contains(name);
    }

    private void refuseStatistic(String name, String statistic) {
        boolean fits = isCount(name)
                ? statistic.equals("Sum")
                : STATISTICS.contains(statistic) || statistic.matches("p\\d{1,2}(\\.\\d+)?|p100");
        if (!fits) {
            throw fields.refused(
                    "the statistic " + statistic + " of " + name + " is not modelled",
                    isCount(name) ? "only Sum is" : "write one of Average, Minimum, Maximum, or p99");
        }
    }

    /** The target group; an empty text for a whole load balancer; empty if neither is of this template. */
    private Optional<String> group(JsonNode dimensions) {
        Optional<String> found = Optional.empty();
        for (JsonNode dimension : dimensions) {
            String owner = Opaque.owner(dimension.path("Value").asText()).orElse("");
            String name = dimension.path("Name").asText();
            if (name.equals("TargetGroup")) {
                return Optional.of(owner).filter(groups::contains);
            }
            if (!name.equals("LoadBalancer")) {
                return Optional.empty();
            }
            found = balancers.contains(owner) ? Optional.of("") : found;
        }
        return found;
    }
}
