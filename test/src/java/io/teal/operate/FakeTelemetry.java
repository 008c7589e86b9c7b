package io.teal.operate;

import io.teal.operate.account.LogLine;
import io.teal.operate.account.LogSearch;
import io.teal.operate.account.MetricQuery;
import io.teal.operate.account.MetricSeries;
import io.teal.operate.account.Telemetry;
import io.teal.release.port.AwsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Figures and logs in memory. */
public final class FakeTelemetry implements Telemetry {
    public Function<MetricQuery, MetricSeries> figures = query -> MetricSeries.NONE;
    public final Map<String, List<LogLine>> logs = new HashMap<>();
    public final List<MetricQuery> asked = new ArrayList<>();
    public final List<String> searched = new ArrayList<>();
    public boolean whole = true;
    public Optional<AwsException> refused = Optional.empty();

    @Override
    public Map<MetricQuery, MetricSeries> getMetricData(Collection<MetricQuery> queries, Instant from, Instant to) {
        refuse();
        asked.addAll(queries);
        return queries.stream().distinct().collect(Collectors.toMap(query -> query, figures));
    }

    @Override
    public LogSearch filterLogEvents(String logGroup, String pattern, Instant from, Instant to, int pages) {
        refuse();
        searched.add(logGroup + " " + from + " " + to);
        if (!logs.containsKey(logGroup)) {
            throw new AwsException("ResourceNotFoundException", "FilterLogEvents " + logGroup + ": not there", null);
        }
        List<LogLine> found = logs.get(logGroup).stream()
                .filter(line -> !line.at().isBefore(from) && !line.at().isAfter(to))
                .toList();
        return new LogSearch(found, whole);
    }

    private void refuse() {
        refused.ifPresent(failure -> {
            throw failure;
        });
    }
}
