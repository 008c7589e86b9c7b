package io.teal.operate.checklist;

import io.teal.operate.account.MetricQuery;
import io.teal.operate.account.MetricSeries;
import io.teal.release.Color;
import io.teal.release.cutover.CutoverProperties;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rows of a service whose figures CloudWatch has. One call asks for all of them: the load balancer's of the last
 * five whole minutes, and the hosts' of the newest five minutes by the clock that are over and have data.
 */
final class FigureRows {
    private static final Duration SHOWN = Duration.ofMinutes(5);

    /** A host without detailed monitoring reports late. */
    private static final Duration BACK = Duration.ofMinutes(15);

    /** The service's own port is 0. */
    private record FigurePair(Measure measure, int port, Map<Color, MetricQuery> queries) {
        /** "requests, port 2", or "requests_2". */
        String named(String name, String separator) {
            return port == 0 ? name : name + separator + (port + 1);
        }
    }

    private final CutoverProperties properties;
    private final Instant end;
    private final Instant bin;
    private final List<FigurePair> all = new ArrayList<>();

    FigureRows(CutoverProperties properties, Instant now) {
        this.properties = properties;
        this.end = now.truncatedTo(ChronoUnit.MINUTES);
        long whole = end.getEpochSecond() / SHOWN.toSeconds() * SHOWN.toSeconds();
        this.bin = Instant.ofEpochSecond(whole).minus(SHOWN);
        Measure.ReportedBy other = properties.loadBalancer().contains(":loadbalancer/net/")
                ? Measure.ReportedBy.TARGETS
                : Measure.ReportedBy.BALANCER;
        Stream.of(Measure.values()).filter(measure -> measure.origin != other).forEach(this::want);
    }

    private void want(Measure measure) {
        if (measure.origin == Measure.ReportedBy.TARGETS) {
            ofPorts(measure);
        } else if (measure.origin == Measure.ReportedBy.BALANCER) {
            want(measure, 0, Map.of("LoadBalancer", balancer()), Map.of("LoadBalancer", balancer()));
        } else {
            want(measure, 0, group(Color.BLUE), group(Color.GREEN));
        }
    }

    private void ofPorts(Measure measure) {
        int ports = properties.of(Color.BLUE).targetGroups().size();
        for (int port = 0; port < ports; port++) {
            want(measure, port, targets(Color.BLUE, port), targets(Color.GREEN, port));
        }
    }

    private void want(Measure measure, int port, Map<String, String> blue, Map<String, String> green) {
        Map<Color, MetricQuery> queries = new EnumMap<>(Color.class);
        queries.put(Color.BLUE, measure.query(blue));
        queries.put(Color.GREEN, measure.query(green));
        all.add(new FigurePair(measure, port, queries));
    }

    private Map<String, String> group(Color color) {
        return Map.of("AutoScalingGroupName", properties.of(color).group());
    }

    private Map<String, String> targets(Color color, int port) {
        String arn = properties.of(color).targetGroups().get(port);
        return Map.of("LoadBalancer", balancer(), "TargetGroup", arn.substring(arn.lastIndexOf(':') + 1));
    }

    private String balancer() {
        return properties.loadBalancer().replaceFirst(".*:loadbalancer/", "");
    }

    /** What to ask for, each once. */
    List<MetricQuery> queries() {
        return all.stream()
                .flatMap(one -> one.queries().values().stream())
                .distinct()
                .toList();
    }

    /** The beginning of the time to ask for; hosts' data points begin at whole five minutes of the clock. */
    Instant from() {
        return bin.plus(SHOWN).minus(BACK);
    }

    /** The end of the time to ask for. */
    Instant to() {
        return end;
    }

    /** The rows, from what was answered and how many hosts each colour has. */
    List<CheckRow> rows(Attempt<Map<MetricQuery, MetricSeries>> answered, Map<Color, Attempt<Integer>> hosts) {
        List<CheckRow> rows = new ArrayList<>();
        for (FigurePair one : all) {
            Map<Color, CheckCell> cells = new EnumMap<>(Color.class);
            for (Color color : Color.values()) {
                cells.put(color, answered.cell(series -> cell(one, color, series, hosts.get(color))));
            }
            rows.add(new CheckRow(
                    one.named(one.measure().name().toLowerCase(Locale.ROOT), "_"),
                    one.named(one.measure().label, ", port "),
                    together(one.measure().origin),
                    cells));
        }
        return rows;
    }

    private boolean together(Measure.ReportedBy origin) {
        return switch (origin) {
            case TARGETS -> false;
            case BALANCER -> true;
            case HOSTS, AGENT -> properties.sharesHosts();
        };
    }

    private CheckCell cell(
            FigurePair one, Color color, Map<MetricQuery, MetricSeries> answers, Attempt<Integer> hosts) {
        Measure measure = one.measure();
        MetricSeries series = answers.getOrDefault(one.queries().get(color), MetricSeries.NONE);
        NavigableMap<Instant, Double> points = counted(measure, series.points());
        if (!series.problem().isEmpty()) {
            return CheckCell.unreadable(series.problem());
        }
        if (points.isEmpty()) {
            return measure.origin == Measure.ReportedBy.AGENT && silent(color, answers)
                    ? CheckCell.none("no agent")
                    : CheckCell.NO_DATA;
        }
        double value = measure.of(points);
        return measure.perHost()
                ? hosts.cell(count -> measure.cell(value / Math.max(1, count) / measure.origin.period))
                : measure.cell(value);
    }

    private NavigableMap<Instant, Double> counted(Measure measure, NavigableMap<Instant, Double> points) {
        return measure.origin.period == SHOWN.toSeconds()
                ? points.headMap(bin, true)
                : new TreeMap<>(points.subMap(end.minus(SHOWN), true, end, false));
    }

    /** Whether the hosts report what EC2 sees of them, and nothing that only an agent does. */
    private boolean silent(Color color, Map<MetricQuery, MetricSeries> answers) {
        return all.stream()
                .filter(one -> one.measure() == Measure.CPU || one.measure().origin == Measure.ReportedBy.AGENT)
                .allMatch(one -> (one.measure() == Measure.CPU)
                        != answers.getOrDefault(one.queries().get(color), MetricSeries.NONE)
                                .points()
                                .isEmpty());
    }
}
