package io.teal.rehearsal.run;

import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.load.Exchange;
import io.teal.rehearsal.report.Course;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** Sorts requests into the seconds in which they were due. */
final class RequestsPerSecond {
    private static final long MICROS_IN_A_SECOND = 1_000_000;
    private static final double MICROS_IN_A_MILLI = 1_000;
    private static final int DIGITS = 3;

    private final Map<String, FleetModel> hosts;
    private final long zero;

    /** Seconds count from {@code zero}, a microsecond since 1970. */
    RequestsPerSecond(Map<String, FleetModel> hosts, long zero) {
        this.hosts = hosts;
        this.zero = zero;
    }

    List<Course.Second> of(List<Exchange> exchanges) {
        Map<Integer, List<Exchange>> due = exchanges.stream()
                .collect(Collectors.groupingBy(
                        exchange -> (int) Math.floorDiv(exchange.dueMicros() - zero, MICROS_IN_A_SECOND),
                        TreeMap::new,
                        Collectors.toList()));
        return due.entrySet().stream()
                .map(second -> second(second.getKey(), second.getValue()))
                .toList();
    }

    /** Who answered, in the order in which they first did. */
    List<Course.Server> servers(List<Exchange> exchanges) {
        return exchanges.stream()
                .filter(Exchange::answered)
                .sorted(Comparator.comparingLong(Exchange::dueMicros))
                .map(exchange -> hosts.get(exchange.host()))
                .filter(Objects::nonNull)
                .distinct()
                .map(RequestsPerSecond::server)
                .distinct()
                .toList();
    }

    private static Course.Server server(FleetModel fleet) {
        String version = fleet.release().version();
        return new Course.Server(fleet.label() + " " + version, fleet.label(), version);
    }

    private Course.Second second(int from, List<Exchange> due) {
        Map<String, Long> answers = new TreeMap<>();
        Map<String, Long> errors = new TreeMap<>();
        Histogram latency = new Histogram(DIGITS);
        for (Exchange exchange : due) {
            latency.recordValue(Math.max(0, exchange.latencyMicros()));
            if (exchange.answered()) {
                server(exchange).ifPresent(server -> answers.merge(server, 1L, Long::sum));
            } else {
                errors.merge(code(exchange), 1L, Long::sum);
            }
        }
        return new Course.Second(
                from,
                due.size(),
                answers,
                errors,
                latency.getValueAtPercentile(50) / MICROS_IN_A_MILLI,
                latency.getValueAtPercentile(99) / MICROS_IN_A_MILLI);
    }

    private Optional<String> server(Exchange exchange) {
        return Optional.ofNullable(hosts.get(exchange.host()))
                .map(fleet -> server(fleet).name());
    }

    private static String code(Exchange exchange) {
        return exchange.status() == 0 ? "no answer" : Integer.toString(exchange.status());
    }
}
