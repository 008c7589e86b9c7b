package io.teal.rehearsal.run;

import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.load.Exchange;
import io.teal.rehearsal.load.Reconciliation;
import io.teal.rehearsal.load.ServerLedgers;
import io.teal.rehearsal.report.Recipe;
import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.report.RunFacts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes the report of a run from its timeline and its ledgers. */
final class Reporter {
    private final Journey journey;
    private final RehearsalSettings settings;
    private final Timeline timeline;
    private final Map<String, FleetModel> hosts;

    Reporter(Journey journey, RehearsalSettings settings, Timeline timeline, Map<String, FleetModel> hosts) {
        this.journey = journey;
        this.settings = settings;
        this.timeline = timeline;
        this.hosts = hosts;
    }

    Report report(List<Exchange> exchanges, ServerLedgers servers, Report.Effort effort, RunFacts facts) {
        Reconciliation totals = Reconciliation.of(exchanges, servers);
        long zero = exchanges.stream()
                .mapToLong(Exchange::dueMicros)
                .min()
                .orElse(timeline.loaded().from());
        return new Report(
                journey.title(),
                settings.seed(),
                settings.timescale().speed(),
                settings.rate(),
                timeline.spans().stream()
                        .map(span -> phase(span, zero, exchanges))
                        .toList(),
                totals,
                new Losses(timeline, hosts).of(exchanges),
                notModelled(),
                Validity.problem(exchanges, totals, settings, facts),
                new CourseReader(timeline, journey, hosts, zero).of(exchanges),
                Recipe.UNKNOWN,
                effort,
                facts);
    }

    private Report.Phase phase(Timeline.Span span, long zero, List<Exchange> all) {
        List<Exchange> due = all.stream()
                .filter(exchange -> span.holds(exchange.dueMicros()))
                .toList();
        Percentiles latency = new Percentiles(due.stream().mapToLong(Exchange::latencyMicros));
        List<Report.FleetLine> fleets = Stream.concat(span.fleets().stream(), passing(span, due))
                .map(fleet -> fleet(fleet, due))
                .toList();
        return new Report.Phase(
                span.name(),
                Timeline.seconds(span.from() - zero),
                Timeline.seconds(span.to() - span.from()),
                fleets,
                due.size(),
                due.stream().filter(exchange -> !exchange.answered()).count(),
                latency.at(50) / 1000.0,
                latency.at(99) / 1000.0,
                span.back());
    }

    /** Fleets that came and went within the leg, as those of a release that went back. */
    private Stream<Timeline.FleetState> passing(Timeline.Span span, List<Exchange> due) {
        Map<String, FleetModel> answering = new TreeMap<>();
        due.stream()
                .map(exchange -> hosts.get(exchange.host()))
                .filter(Objects::nonNull)
                .forEach(fleet -> answering.put(fleet.id(), fleet));
        span.fleets().forEach(fleet -> answering.remove(fleet.id()));
        return answering.values().stream()
                .map(fleet -> new Timeline.FleetState(
                        fleet.id(), fleet.label(), fleet.release().version(), 0, 0, 0, 0));
    }

    private Report.FleetLine fleet(Timeline.FleetState state, List<Exchange> due) {
        Map<String, Long> requests = new TreeMap<>();
        requests.put(state.version(), 0L);
        for (Exchange exchange : due) {
            FleetModel fleet = hosts.get(exchange.host());
            if (fleet != null && exchange.answered() && fleet.id().equals(state.id())) {
                requests.merge(fleet.release().version(), 1L, Long::sum);
            }
        }
        return new Report.FleetLine(state.name(), state.weight(), state.healthy(), state.desired(), requests);
    }

    private SortedMap<String, Integer> notModelled() {
        SortedMap<String, Integer> most = new TreeMap<>();
        for (Leg leg : journey.legs()) {
            leg.deploys()
                    .ifPresent(deploy ->
                            deploy.model().noPart().forEach((type, count) -> most.merge(type, count, Math::max)));
        }
        return most;
    }
}
