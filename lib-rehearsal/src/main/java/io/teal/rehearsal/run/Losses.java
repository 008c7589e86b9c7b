package io.teal.rehearsal.run;

import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.aws.cloudformation.StackEvent;
import io.teal.rehearsal.load.Exchange;
import io.teal.rehearsal.report.Report;
import java.util.Comparator;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Groups lost requests by cause and by the event before them. */
final class Losses {
    private final Timeline timeline;
    private final Map<String, FleetModel> hosts;

    Losses(Timeline timeline, Map<String, FleetModel> hosts) {
        this.timeline = timeline;
        this.hosts = hosts;
    }

    List<Report.Loss> of(List<Exchange> exchanges) {
        Map<Key, List<Exchange>> lost = exchanges.stream()
                .filter(exchange -> !exchange.answered())
                .collect(Collectors.groupingBy(exchange -> new Key(cause(exchange), origin(exchange))));
        return lost.entrySet().stream()
                .map(entry -> loss(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Report.Loss::count).reversed())
                .toList();
    }

    private String cause(Exchange exchange) {
        if (exchange.status() == 0) {
            return exchange.cause();
        }
        FleetModel fleet = hosts.get(exchange.host());
        String answered = fleet == null
                ? "from the load balancer"
                : "from " + fleet.label() + " " + fleet.release().version();
        return exchange.status() + " " + (exchange.cause().isEmpty() ? answered : exchange.cause());
    }

    private Report.Loss loss(Key key, List<Exchange> lost) {
        LongSummaryStatistics after = lost.stream()
                .mapToLong(exchange ->
                        Math.max(0, exchange.dueMicros() - key.origin().at()))
                .summaryStatistics();
        return new Report.Loss(
                key.cause(),
                lost.size(),
                key.origin().name(),
                Timeline.seconds(after.getMin()),
                Timeline.seconds(after.getMax()));
    }

    /** The last change of a listener before the request ended; if there was none, the leg it was due in. */
    private Origin origin(Exchange exchange) {
        long ended = exchange.dueMicros() + exchange.latencyMicros();
        Timeline.Span first = timeline.loaded();
        Stream<Origin> legs = timeline.spans().stream()
                .filter(span -> span.holds(exchange.dueMicros()))
                .map(span -> new Origin(span.name() + " began", span.from()));
        return timeline.events().stream()
                .filter(StackEvent::listener)
                .map(event -> new Origin(event.id() + " changed", Timeline.micros(event.at())))
                .filter(origin -> origin.at() >= first.from() && origin.at() <= ended)
                .max(Comparator.comparing(Origin::at))
                .or(legs::findFirst)
                .orElse(new Origin(first.name() + " began", first.from()));
    }

    private record Origin(String name, long at) {}

    private record Key(String cause, Origin origin) {}
}
