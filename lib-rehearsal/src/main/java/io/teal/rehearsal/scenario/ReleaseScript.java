package io.teal.rehearsal.scenario;

import io.teal.rehearsal.journey.Incident;
import io.teal.rehearsal.journey.Leg;
import java.time.Duration;
import java.util.Optional;

/**
 * How a release goes, with Teal and by the clock.
 *
 * @param kind what is done
 * @param strategy the flag of that name; empty for the service's own
 * @param back how the reason of the expected rollback begins; empty if none is expected
 * @param before what happens before the release
 * @param incident what happens meanwhile
 * @param clock what the release by the clock waits for
 */
record ReleaseScript(
        Undertaking kind,
        String strategy,
        Optional<String> back,
        Optional<Incident> before,
        Optional<During> incident,
        FixedWaits clock) {
    /** A strategy: a fifth for ten minutes, then all. */
    static final String CANARY = "canary:20%,10m";

    /** A strategy: a quarter every five minutes. */
    static final String LINEAR = "linear:25%,5m";

    /** The reason of a rollback by an alarm. */
    static final String ALARM = "an alarm is in state ALARM";

    /** What is done to the service. */
    enum Undertaking {
        /** Nothing. */
        LEFT_ALONE,
        /** 2.0.0 is released on green. */
        RELEASED,
        /** The same, then another resource of the stack fails. */
        TAKEN_BACK
    }

    static final ReleaseScript STRAIGHT = new ReleaseScript(
            Undertaking.RELEASED, "", Optional.empty(), Optional.empty(), Optional.empty(), FixedWaits.CAREFUL);

    /**
     * An incident during a release.
     *
     * @param incident what
     * @param moment from when on {@code after} counts
     * @param after how long after that
     */
    record During(Incident incident, Leg.Moment moment, Duration after) {}

    /**
     * How long a release by the clock waits.
     *
     * @param beforeTheSwitch from the start of green to the switch; zero for both in one update
     * @param beforeTheEnd from the switch to the end of blue
     */
    record FixedWaits(Duration beforeTheSwitch, Duration beforeTheEnd) {
        /** Loses nothing without a fault. */
        static final FixedWaits CAREFUL = new FixedWaits(Duration.ofMinutes(5), Duration.ofMinutes(10));

        /** Both in one update, as a template written by hand does. */
        static final FixedWaits AT_ONCE = new FixedWaits(Duration.ZERO, Duration.ofMinutes(10));

        /** Blue goes as soon as green has the traffic. */
        static final FixedWaits HASTY = new FixedWaits(Duration.ofMinutes(5), Duration.ZERO);
    }

    static ReleaseScript of(Undertaking kind) {
        return new ReleaseScript(kind, "", Optional.empty(), Optional.empty(), Optional.empty(), FixedWaits.AT_ONCE);
    }

    ReleaseScript goesBack(String reason) {
        return new ReleaseScript(kind, strategy, Optional.of(reason), before, incident, clock);
    }

    ReleaseScript by(String how) {
        return new ReleaseScript(kind, how, back, before, incident, clock);
    }

    ReleaseScript after(Incident first) {
        return new ReleaseScript(kind, strategy, back, Optional.of(first), incident, clock);
    }

    ReleaseScript when(Leg.Moment moment, Duration after, Incident happens) {
        return new ReleaseScript(kind, strategy, back, before, Optional.of(new During(happens, moment, after)), clock);
    }

    ReleaseScript against(FixedWaits other) {
        return new ReleaseScript(kind, strategy, back, before, incident, other);
    }
}
