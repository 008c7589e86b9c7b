package io.teal.rehearsal.scenario;

import io.teal.rehearsal.run.RehearsalSettings;
import io.teal.rehearsal.run.UnusualConditions;
import java.time.Duration;
import java.util.function.Function;

/** What can be wrong with the hosts of 2.0.0, in words that the demo service understands. */
final class Faulty {
    private Faulty() {}

    static Function<RehearsalSettings, UnusualConditions> host(String fault) {
        return settings -> version2(fault);
    }

    static UnusualConditions version2(String fault) {
        return UnusualConditions.fault("2.0.0", fault);
    }

    /** So much of the whole load is as much as one host can bear. */
    static String capacity(RehearsalSettings settings, double share) {
        return "CAPACITY:" + Math.round(settings.rate() * share);
    }

    static double seconds(RehearsalSettings settings, Duration templateTime) {
        return settings.timescale().real(templateTime).toMillis() / 1e3;
    }
}
