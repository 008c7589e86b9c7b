package io.teal.rehearsal.scenario;

import io.teal.rehearsal.run.Conditions;
import io.teal.rehearsal.run.Settings;
import java.time.Duration;
import java.util.function.Function;

/** What can be wrong with the hosts of 2.0.0, in words that the demo service understands. */
final class Faulty {
    private Faulty() {}

    static Function<Settings, Conditions> host(String fault) {
        return settings -> version2(fault);
    }

    static Conditions version2(String fault) {
        return Conditions.fault("2.0.0", fault);
    }

    /** So much of the whole load is as much as one host can bear. */
    static String capacity(Settings settings, double share) {
        return "CAPACITY:" + Math.round(settings.rate() * share);
    }

    static double seconds(Settings settings, Duration templateTime) {
        return settings.timescale().real(templateTime).toMillis() / 1e3;
    }
}
