package io.teal.rehearsal.scenario;

import io.teal.rehearsal.journey.Incident;
import io.teal.rehearsal.journey.Leg;
import java.time.Duration;
import java.util.Optional;

/**
 * How a release goes, with Teal and by the clock. By the clock it waits fixed times.
 *
 * @param kind what is done
 * @param strategy the flag of that name; empty for the service's own
 * @param back how the reason of the expected rollback begins; empty if none is expected
 * @param before what happens before the release
 * @param incident what happens meanwhile
 * @param start by the clock, from the start of green to the switch; zero for both in one update
 * @param end by the clock, from the switch to the end of blue
 */
record ReleaseScript(
        Undertaking kind,
        String strategy,
        Optional<String> back,
        Optional<Incident> before,
        Optional<During> incident,
        Duration start,
        Duration end) {
    /** A strategy: a fifth for ten minutes, then all. */
    static final String CANARY = "canary:20%,10m";

    /** A strategy: a quarter every five minutes. */
    static final String LINEAR = "linear:25%,5m";

    /** A strategy: half and half, each with the hosts of its share. */
    static final String ROLLOUT = "rollout:50%,5m";

    /** How long a guard is watched after the release. */
    static final Duration LATER = Duration.ofMinutes(135);

    /** The reason of a rollback by an alarm. */
    static final String ALARM = "in ALARM: ";

    /** What is done to the service. */
    enum Undertaking {
        /** Nothing. */
        LEFT_ALONE,
        /** 2.0.0 is released on green. */
        RELEASED,
        /** The same, and somebody moves all traffic back to blue meanwhile. */
        BROUGHT_BACK,
        /** The same as released, then another resource of the stack fails. */
        TAKEN_BACK,
        /** The same as released, and its guard is watched for {@link #LATER}. */
        GUARDED
    }

    /** A release whose waits by the clock lose nothing without a fault. */
    static final ReleaseScript STRAIGHT = new ReleaseScript(
            Undertaking.RELEASED,
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10));

    /**
     * An incident during a release.
     *
     * @param incident what
     * @param moment from when on {@code after} counts
     * @param after how long after that
     */
    record During(Incident incident, Leg.Moment moment, Duration after) {}

    /** Whether clients stay with their colour. */
    boolean sticky() {
        return kind == Undertaking.BROUGHT_BACK;
    }

    ReleaseScript of(Undertaking other) {
        return new ReleaseScript(other, strategy, back, before, incident, start, end);
    }

    ReleaseScript goesBack(String reason) {
        return new ReleaseScript(kind, strategy, Optional.of(reason), before, incident, start, end);
    }

    ReleaseScript by(String how) {
        return new ReleaseScript(kind, how, back, before, incident, start, end);
    }

    ReleaseScript after(Incident first) {
        return new ReleaseScript(kind, strategy, back, Optional.of(first), incident, start, end);
    }

    ReleaseScript when(Leg.Moment moment, Duration after, Incident happens) {
        Optional<During> during = Optional.of(new During(happens, moment, after));
        return new ReleaseScript(kind, strategy, back, before, during, start, end);
    }

    ReleaseScript startsFor(Duration time) {
        return new ReleaseScript(kind, strategy, back, before, incident, time, end);
    }

    ReleaseScript endsAfter(Duration time) {
        return new ReleaseScript(kind, strategy, back, before, incident, start, time);
    }
}
