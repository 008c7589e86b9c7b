package io.teal.rehearsal.scenario;

import io.teal.rehearsal.demo.Fault;
import io.teal.rehearsal.demo.HostFault;
import io.teal.rehearsal.run.RehearsalSettings;
import io.teal.rehearsal.run.UnusualConditions;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** Faults of the hosts of 2.0.0. */
final class Faulty {
    /** The requests that such hosts lose by answering 500, in words and as a pattern of their cause. */
    static final String OWN_ERRORS = "500 answers of 2.0.0";

    static final String OWN_ERROR_CAUSE = "500 from green 2\\.0\\.0";

    private Faulty() {}

    static Function<RehearsalSettings, UnusualConditions> host(HostFault... faults) {
        return settings -> version2(faults);
    }

    static UnusualConditions version2(HostFault... faults) {
        return UnusualConditions.fault("2.0.0", List.of(faults));
    }

    /** Limits a host to {@code share} of the load. */
    static HostFault capacity(RehearsalSettings settings, double share) {
        return new HostFault(Fault.CAPACITY, Math.round(settings.rate() * share));
    }

    /** A fault whose amount is a time. */
    static HostFault timed(Fault fault, RehearsalSettings settings, Duration templateTime) {
        return new HostFault(fault, settings.timescale().real(templateTime).toMillis() / 1e3);
    }
}
