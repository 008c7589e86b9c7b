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
import java.util.SortedMap;
import java.util.TreeMap;

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
                new Phases(hosts, zero).of(timeline.spans(), exchanges),
                totals,
                new Losses(timeline, hosts).of(exchanges),
                notModelled(),
                Validity.problem(exchanges, totals, settings, facts),
                new CourseReader(timeline, journey, hosts, zero).of(exchanges),
                Recipe.UNKNOWN,
                effort,
                facts);
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
