package io.teal.verify;

import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** What CloudWatch knows of the lab's load balancer. */
final class LabMetrics {
    private static final int MINUTE = 60;
    private static final Duration WINDOW = Duration.ofMinutes(30);

    private LabMetrics() {}

    /** How long ago the newest minute with requests ended that is known; -1 if none of the last half hour is. */
    static long ageMillis(CloudWatchClient metrics, String listener) {
        String balancer = listener.replaceFirst(".*:listener/", "").replaceFirst("/[^/]*$", "");
        Instant now = Instant.now();
        return metrics
                .getMetricStatistics(request -> request.namespace("AWS/ApplicationELB")
                        .metricName("RequestCount")
                        .dimensions(Dimension.builder()
                                .name("LoadBalancer")
                                .value(balancer)
                                .build())
                        .startTime(now.minus(WINDOW))
                        .endTime(now)
                        .period(MINUTE)
                        .statistics(Statistic.SUM))
                .datapoints()
                .stream()
                .map(point -> point.timestamp().plusSeconds(MINUTE))
                .mapToLong(end -> Duration.between(end, now).toMillis())
                .min()
                .orElse(-1);
    }
}
