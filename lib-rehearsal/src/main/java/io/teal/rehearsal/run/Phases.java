package io.teal.rehearsal.run;

import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.load.Exchange;
import io.teal.rehearsal.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Sorts requests into the legs in which they were due. */
final class Phases {
    private static final double MICROS_IN_A_MILLI = 1_000;

    private final Map<String, FleetModel> hosts;
    private final long zero;

    /** Times count from {@code zero}, a microsecond since 1970. */
    Phases(Map<String, FleetModel> hosts, long zero) {
        this.hosts = hosts;
        this.zero = zero;
    }

    /** One for each of {@code spans}, none of which overlap. */
    List<Report.Phase> of(List<Timeline.Span> spans, List<Exchange> exchanges) {
        List<List<Exchange>> due = new ArrayList<>();
        spans.forEach(span -> due.add(new ArrayList<>()));
        for (Exchange exchange : exchanges) {
            int in = in(spans, exchange);
            if (in < spans.size()) {
                due.get(in).add(exchange);
            }
        }
        List<Report.Phase> phases = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            phases.add(phase(spans.get(i), due.get(i)));
        }
        return phases;
    }

    /** The place of the span in which {@code exchange} was due; one after the last if there is none. */
    private static int in(List<Timeline.Span> spans, Exchange exchange) {
        int in = 0;
        while (in < spans.size() && !spans.get(in).holds(exchange.dueMicros())) {
            in++;
        }
        return in;
    }

    private Report.Phase phase(Timeline.Span span, List<Exchange> due) {
        Percentiles latency = new Percentiles(due.stream().mapToLong(Exchange::latencyMicros));
        Map<String, Long> answers = answers(due);
        List<Report.FleetLine> fleets = Stream.concat(span.fleets().stream(), passing(span, answers))
                .map(fleet -> fleet(fleet, answers))
                .toList();
        return new Report.Phase(
                span.name(),
                Timeline.seconds(span.from() - zero),
                Timeline.seconds(span.to() - span.from()),
                fleets,
                due.size(),
                due.size() - answers.values().stream().mapToLong(count -> count).sum(),
                latency.at(50) / MICROS_IN_A_MILLI,
                latency.at(99) / MICROS_IN_A_MILLI,
                span.back());
    }

    /** How many requests each host answered well; the host that answered last, whatever it was, is the last. */
    private static Map<String, Long> answers(List<Exchange> due) {
        Map<String, Long> answers = new LinkedHashMap<>(16, 0.75f, true);
        for (Exchange exchange : due) {
            answers.merge(exchange.host(), exchange.answered() ? 1L : 0L, Long::sum);
        }
        return answers;
    }

    /** Fleets that came and went within the leg, as those of a release that went back. */
    private Stream<Timeline.FleetState> passing(Timeline.Span span, Map<String, Long> answers) {
        Map<String, FleetModel> answering = new TreeMap<>();
        answers.forEach((host, count) -> {
            FleetModel fleet = hosts.get(host);
            if (fleet != null) {
                answering.put(fleet.id(), fleet);
            }
        });
        span.fleets().forEach(fleet -> answering.remove(fleet.id()));
        return answering.values().stream()
                .map(fleet -> new Timeline.FleetState(
                        fleet.id(), fleet.label(), fleet.release().version(), 0, 0, 0, 0));
    }

    private Report.FleetLine fleet(Timeline.FleetState state, Map<String, Long> answers) {
        Map<String, Long> requests = new TreeMap<>();
        requests.put(state.version(), 0L);
        answers.forEach((host, count) -> {
            FleetModel fleet = hosts.get(host);
            if (fleet != null && count > 0 && fleet.id().equals(state.id())) {
                requests.merge(fleet.release().version(), count, Long::sum);
            }
        });
        return new Report.FleetLine(state.name(), state.weight(), state.healthy(), state.desired(), requests);
    }
}
