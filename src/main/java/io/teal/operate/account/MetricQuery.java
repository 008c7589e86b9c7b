package io.teal.operate.account;

import java.util.Map;

/**
 * A figure that CloudWatch is asked for.
 *
 * @param namespace of the metric, such as {@code AWS/EC2}
 * @param metric its name
 * @param dimensions all of its dimensions, by name
 * @param statistic CloudWatch's word: {@code Sum}, {@code p99}
 * @param period what one data point covers, in seconds; a multiple of 60
 */
public record MetricQuery(
        String namespace, String metric, Map<String, String> dimensions, String statistic, int period) {
    /** Copies the map. */
    public MetricQuery {
        dimensions = Map.copyOf(dimensions);
    }
}
