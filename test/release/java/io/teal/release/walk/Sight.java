package io.teal.release.walk;

import io.teal.release.Color;
import io.teal.release.observation.Observation;
import java.time.Instant;
import java.util.Optional;

/** What a run of a walk sees. */
final class Sight {
    private Sight() {}

    static Observation of(Service service, Walk walk, Actor run, Event event) {
        boolean blind = event.kind() == Event.Kind.TICK_BLIND;
        Instant readAt =
                event.kind() == Event.Kind.TICK_STALE ? service.now.minusSeconds(1 + event.number() % 60) : service.now;
        Observation.Fleets fleets = new Observation.Fleets(
                service.hosts.get(Color.BLUE).fleet(),
                service.hosts.get(Color.GREEN).fleet(),
                readAt,
                service.marked);
        return new Observation(
                        service.now,
                        blind && event.number() % 4 == 0 ? Optional.empty() : Optional.of(service.stack),
                        blind && event.number() % 4 == 1 ? Optional.empty() : Optional.of(service.live),
                        blind && event.number() % 4 == 2 ? Optional.empty() : Optional.of(fleets),
                        blind && event.number() % 4 == 3 ? Optional.empty() : Optional.of(walk.older(run)),
                        service.gate,
                        run.hook)
                .told(run.word);
    }
}
