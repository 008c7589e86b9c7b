package io.teal.runtime.aws;

import io.teal.release.port.AlarmReading;
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

    Map<String, AlarmReading> alarms(List<String> names) {
        Map<String, AlarmReading> readings = new HashMap<>();
        for (int from = 0; from < names.size(); from += NAMES_AT_ONCE) {
            List<String> some = names.subList(from, Math.min(from + NAMES_AT_ONCE, names.size()));
            AwsCalls.of(
                            "DescribeAlarms " + some,
                            () -> reads
                                    .describeAlarmsPaginator(request -> request.alarmNames(some)
                                            .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
                                            .maxRecords(NAMES_AT_ONCE))
                                    .stream()
                                    .toList())
                    .forEach(page -> add(page, readings));
        }
        return readings;
    }

    private static void add(DescribeAlarmsResponse page, Map<String, AlarmReading> readings) {
        page.metricAlarms()
                .forEach(alarm ->
                        readings.put(alarm.alarmName(), reading(alarm.stateValueAsString(), alarm.stateReason())));
        page.compositeAlarms()
                .forEach(alarm ->
                        readings.put(alarm.alarmName(), reading(alarm.stateValueAsString(), alarm.stateReason())));
    }

    private static AlarmReading reading(String state, String reason) {
        return new AlarmReading(state, reason == null ? "" : reason);
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
