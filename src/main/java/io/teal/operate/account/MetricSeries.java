package io.teal.operate.account;

import java.time.Instant;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What CloudWatch says of a figure.
 *
 * @param points its data points by the time at which their period begins; none if there are no data
 * @param problem AWS's status, such as {@code InternalError}, if not all data points were returned; empty text if they
 *     were
 */
public record MetricSeries(NavigableMap<Instant, Double> points, String problem) {
    /** Without data. */
    public static final MetricSeries NONE = new MetricSeries(new TreeMap<>(), "");

    /** Copies the map. */
    public MetricSeries {
        points = Collections.unmodifiableNavigableMap(new TreeMap<>(points));
    }
}
