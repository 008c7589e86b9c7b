package io.teal.operate.account;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * The calls of CloudWatch by which a service's figures and logs are read, under AWS's names.
 *
 * @see io.teal.release.port.AwsException what each throws if it fails
 */
public interface Telemetry {
    /**
     * CloudWatch {@code GetMetricData}: every one of {@code queries}, 500 at most, in one call, to its last page.
     *
     * @param from included
     * @param to not included
     */
    Map<MetricQuery, MetricSeries> getMetricData(Collection<MetricQuery> queries, Instant from, Instant to);

    /**
     * CloudWatch Logs {@code FilterLogEvents}: the lines that match {@code pattern}, a filter pattern. A page may be
     * empty and have another after it.
     *
     * @param from included
     * @param to included
     * @param pages how many pages are read at most, 1 at least
     */
    LogSearch filterLogEvents(String logGroup, String pattern, Instant from, Instant to, int pages);
}
