package io.teal.operate.aws;

import io.teal.operate.account.LogLine;
import io.teal.operate.account.LogSearch;
import io.teal.operate.account.MetricQuery;
import io.teal.operate.account.MetricSeries;
import io.teal.operate.account.Telemetry;
import io.teal.runtime.aws.AwsCalls;
import io.teal.runtime.aws.MadeOnce;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilterLogEventsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.FilteredLogEvent;

/** {@link Telemetry} over the AWS SDK. */
final class SdkTelemetry implements Telemetry {
    private final MadeOnce<CloudWatchClient> cloudWatch;
    private final MadeOnce<CloudWatchLogsClient> logs;

    SdkTelemetry(MadeOnce<CloudWatchClient> cloudWatch, MadeOnce<CloudWatchLogsClient> logs) {
        this.cloudWatch = cloudWatch;
        this.logs = logs;
    }

    @Override
    public Map<MetricQuery, MetricSeries> getMetricData(Collection<MetricQuery> queries, Instant from, Instant to) {
        List<MetricQuery> asked = List.copyOf(queries);
        List<MetricDataQuery> sent = IntStream.range(0, asked.size())
                .mapToObj(i -> query(id(i), asked.get(i)))
                .toList();
        List<MetricDataResult> results = AwsCalls.of(
                "GetMetricData",
                () -> cloudWatch
                        .get()
                        .getMetricDataPaginator(
                                request -> request.startTime(from).endTime(to).metricDataQueries(sent))
                        .metricDataResults()
                        .stream()
                        .toList());
        Map<MetricQuery, MetricSeries> series = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            String id = id(i);
            series.put(
                    asked.get(i),
                    series(results.stream().filter(one -> id.equals(one.id())).toList()));
        }
        return series;
    }

    /** An id begins with a small letter. */
    private static String id(int index) {
        return "m" + index;
    }

    private static MetricDataQuery query(String id, MetricQuery asked) {
        List<Dimension> dimensions = asked.dimensions().entrySet().stream()
                .map(one -> Dimension.builder()
                        .name(one.getKey())
                        .value(one.getValue())
                        .build())
                .toList();
        Metric metric = Metric.builder()
                .namespace(asked.namespace())
                .metricName(asked.metric())
                .dimensions(dimensions)
                .build();
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(stat -> stat.metric(metric).period(asked.period()).stat(asked.statistic()))
                .build();
    }

    /** A metric may be on several pages; the last of them says whether all of it is there. */
    private static MetricSeries series(List<MetricDataResult> pages) {
        TreeMap<Instant, Double> points = new TreeMap<>();
        String problem = pages.isEmpty() ? "NoAnswer" : "";
        for (MetricDataResult page : pages) {
            for (int i = 0; i < page.values().size(); i++) {
                points.put(page.timestamps().get(i), page.values().get(i));
            }
            problem = page.statusCode() == StatusCode.COMPLETE ? "" : String.valueOf(page.statusCodeAsString());
        }
        return new MetricSeries(points, problem);
    }

    @Override
    public LogSearch filterLogEvents(String logGroup, String pattern, Instant from, Instant to, int pages) {
        List<LogLine> lines = new ArrayList<>();
        FilterLogEventsRequest request = FilterLogEventsRequest.builder()
                .logGroupName(logGroup)
                .filterPattern(pattern)
                .startTime(from.toEpochMilli())
                .endTime(to.toEpochMilli())
                .build();
        for (int page = 0; page < pages; page++) {
            FilterLogEventsResponse answer = answer(request);
            answer.events().forEach(event -> lines.add(line(event)));
            if (answer.nextToken() == null) {
                return new LogSearch(lines, true);
            }
            request = request.toBuilder().nextToken(answer.nextToken()).build();
        }
        return new LogSearch(lines, false);
    }

    private FilterLogEventsResponse answer(FilterLogEventsRequest request) {
        return AwsCalls.of(
                "FilterLogEvents " + request.logGroupName(), () -> logs.get().filterLogEvents(request));
    }

    private static LogLine line(FilteredLogEvent event) {
        return new LogLine(Instant.ofEpochMilli(event.timestamp()), event.logStreamName(), event.message());
    }
}
