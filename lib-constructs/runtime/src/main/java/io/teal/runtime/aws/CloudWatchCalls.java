package io.teal.runtime.aws;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/** Amazon CloudWatch. */
final class CloudWatchCalls {
    private static final int MINUTE = 60;
    private static final int NAMES_AT_ONCE = 100;

    private final CloudWatchClient reads;

    CloudWatchCalls(AwsClients clients) {
        this.reads = clients.reads(CloudWatchClient.builder());
    }

    Map<String, String> alarms(List<String> names) {
        DescribeAlarmsResponse answer = AwsCalls.of(
                "DescribeAlarms " + names,
                () -> reads.describeAlarms(request -> request.alarmNames(names)
                        .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                        .maxRecords(NAMES_AT_ONCE)));
        Map<String, String> states = new HashMap<>();
        answer.metricAlarms().forEach(alarm -> states.put(alarm.alarmName(), alarm.stateValueAsString()));
        answer.compositeAlarms().forEach(alarm -> states.put(alarm.alarmName(), alarm.stateValueAsString()));
        return states;
    }

    /** Sums whole minutes, which is how the load balancer reports. */
    Optional<Double> sum(String metric, Map<String, String> dimensions, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return Optional.empty();
        }
        MetricDataQuery query = query(metric, dimensions);
        List<Double> values = AwsCalls.of(
                "GetMetricData " + metric,
                () -> reads
                        .getMetricDataPaginator(
                                request -> request.startTime(from).endTime(to).metricDataQueries(query))
                        .metricDataResults()
                        .stream()
                        .flatMap(result -> result.values().stream())
                        .toList());
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream().mapToDouble(Double::doubleValue).sum());
    }

    private static MetricDataQuery query(String metric, Map<String, String> dimensions) {
        List<Dimension> named = dimensions.entrySet().stream()
                .map(one -> Dimension.builder()
                        .name(one.getKey())
                        .value(one.getValue())
                        .build())
                .toList();
        Metric of = Metric.builder()
                .namespace("AWS/ApplicationELB")
                .metricName(metric)
                .dimensions(named)
                .build();
        return MetricDataQuery.builder()
                .id("sum")
                .metricStat(stat -> stat.metric(of).period(MINUTE).stat("Sum"))
                .build();
    }
}
