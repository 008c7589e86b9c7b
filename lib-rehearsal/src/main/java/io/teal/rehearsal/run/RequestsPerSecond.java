package io.teal.rehearsal.run;

import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.load.Exchange;
import io.teal.rehearsal.report.Course;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Sorts requests into the seconds in which they were due. */
final class RequestsPerSecond {
    private static final long MICROS_IN_A_SECOND = 1_000_000;
    private static final double MICROS_IN_A_MILLI = 1_000;

    private final Map<String, FleetModel> hosts;
    private final long zero;

    /** Seconds count from {@code zero}, a microsecond since 1970. */
    RequestsPerSecond(Map<String, FleetModel> hosts, long zero) {
        this.hosts = hosts;
        this.zero = zero;
    }

    List<Course.Second> of(List<Exchange> exchanges) {
        Map<Integer, List<Exchange>> due = new TreeMap<>();
        for (Exchange exchange : exchanges) {
            int second = (int) Math.floorDiv(exchange.dueMicros() - zero, MICROS_IN_A_SECOND);
            due.computeIfAbsent(second, first -> new ArrayList<>()).add(exchange);
        }
        return due.entrySet().stream()
                .map(second -> second(second.getKey(), second.getValue()))
                .toList();
    }

    /** Who answered, in the order in which they first did. */
    List<Course.Server> servers(List<Exchange> exchanges) {
        Map<String, Exchange> first = new LinkedHashMap<>();
        for (Exchange exchange : exchanges) {
            if (exchange.answered()) {
                Exchange before = first.putIfAbsent(exchange.host(), exchange);
                if (before != null && exchange.dueMicros() < before.dueMicros()) {
                    first.put(exchange.host(), exchange);
                }
            }
        }
        return first.values().stream()
                .sorted(Comparator.comparingLong(Exchange::dueMicros))
                .map(exchange -> hosts.get(exchange.host()))
                .filter(Objects::nonNull)
                .map(RequestsPerSecond::server)
                .distinct()
                .toList();
    }

    private static Course.Server server(FleetModel fleet) {
        String version = fleet.release().version();
        return new Course.Server(fleet.label() + " " + version, fleet.label(), version);
    }

    private Course.Second second(int from, List<Exchange> due) {
        Map<String, Long> byHost = new HashMap<>();
        Map<String, Long> errors = new TreeMap<>();
        Percentiles latency = new Percentiles(due.stream().mapToLong(Exchange::latencyMicros));
        for (Exchange exchange : due) {
            if (exchange.answered()) {
                byHost.merge(exchange.host(), 1L, Long::sum);
            } else {
                errors.merge(code(exchange), 1L, Long::sum);
            }
        }
        return new Course.Second(
                from,
                due.size(),
                byServer(byHost),
                errors,
                latency.at(50) / MICROS_IN_A_MILLI,
                latency.at(99) / MICROS_IN_A_MILLI);
    }

    private Map<String, Long> byServer(Map<String, Long> byHost) {
        Map<String, Long> answers = new TreeMap<>();
        byHost.forEach((host, count) -> Optional.ofNullable(hosts.get(host))
                .ifPresent(fleet -> answers.merge(server(fleet).name(), count, Long::sum)));
        return answers;
    }

    private static String code(Exchange exchange) {
        return exchange.status() == 0 ? "no answer" : Integer.toString(exchange.status());
    }
}
