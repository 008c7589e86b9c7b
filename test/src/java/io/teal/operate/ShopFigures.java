package io.teal.operate;

import io.teal.operate.account.MetricQuery;
import io.teal.operate.account.MetricSeries;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What CloudWatch says of the shop at noon. */
public final class ShopFigures {
    /** Of green; blue has a tenth of it. */
    private static final Map<String, Double> FIGURES = Map.of(
            "RequestCount Sum", 300.0,
            "HTTPCode_Target_5XX_Count Sum", 2.0,
            "TargetResponseTime p50", 0.0123,
            "TargetResponseTime p99", 1.256,
            "NewFlowCount Sum", 1200.0,
            "TCP_Target_Reset_Count Sum", 4.0,
            "CPUUtilization Average", 31.25,
            "NetworkIn Sum", 600_000_000.0,
            "NetworkOut Sum", 900_000.0);

    private static final Map<String, Double> AGENT =
            Map.of("mem_used_percent Average", 48.2, "disk_used_percent Maximum", 91.0);

    private ShopFigures() {}

    /** What CloudWatch has for {@code query}; what only an agent reports, if the hosts have one. */
    public static MetricSeries figure(MetricQuery query, boolean agent) {
        String name = query.metric() + " " + query.statistic();
        Map<String, Double> known = new TreeMap<>(FIGURES);
        known.putAll(agent ? AGENT : Map.of());
        boolean none = !known.containsKey(name) || query.metric().contains("5XX") && blue(query);
        return none ? MetricSeries.NONE : points(query.period(), known.get(name) * (blue(query) ? 0.1 : 1));
    }

    /** Whether it is asked for blue. */
    public static boolean blue(MetricQuery query) {
        return query.dimensions().values().stream().anyMatch(value -> value.contains("blue"));
    }

    /** What may not be counted is there too: what is too old, and five minutes that are not over. */
    public static MetricSeries points(int period, double value) {
        return period == 60
                ? series("11:54:00", 1e6, "11:55:00", value, "11:59:00", value, "12:00:00", 1e6)
                : series("11:50:00", 1e6, "11:55:00", value, "12:00:00", 1e6);
    }

    private static MetricSeries series(Object... pairs) {
        TreeMap<Instant, Double> points = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            points.put(Instant.parse("2026-11-21T" + pairs[i] + "Z"), (Double) pairs[i + 1]);
        }
        return new MetricSeries(points, "");
    }
}
