package io.teal.operate.plan;

import io.teal.release.Color;
import io.teal.release.Release;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A colour that is small while it has no traffic.
 *
 * @param color which
 * @param hosts its hosts after the deploy
 * @param fewer how many fewer these are than the active colour's
 * @param grows how much longer it takes at most until it has traffic again: it grows first
 */
record RestingStandby(Color color, int hosts, int fewer, Duration grows) {
    /** That of {@code service} after the deploy; empty if there is none. */
    static Optional<RestingStandby> of(Forecast service) {
        Release release = service.release();
        Color idle = release.active().other();
        boolean rests = service.next().rests() > 0 && release.weight(idle) == 0;
        return service.capacity()
                .filter(capacity -> rests)
                .map(capacity -> new RestingStandby(
                        idle,
                        capacity.idle(),
                        capacity.after() - 2 * capacity.idle(),
                        service.next().timing().boot()))
                .filter(standby -> standby.fewer > 0);
    }

    /** For people. */
    List<String> lines() {
        return List.of(
                "standby: " + color + " keeps " + PriceText.hosts(hosts) + ", " + fewer + " fewer",
                "  before it has traffic again it grows, up to " + PlanText.time(grows) + " longer");
    }
}
