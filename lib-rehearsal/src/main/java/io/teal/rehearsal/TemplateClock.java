package io.teal.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs as fast as the templates' timers, and begins when their time does. */
public final class TemplateClock extends Clock {
    private final Timers timers;
    private final Instant begun;

    /** A clock that begins at the moment of {@code timers}. */
    public TemplateClock(Timers timers) {
        this.timers = timers;
        this.begun = timers.instant();
    }

    @Override
    public Instant instant() {
        return shown(timers.instant());
    }

    /** What this clock shows at a moment of its timers. */
    public Instant shown(Instant real) {
        return timers.timescale().shown(Duration.between(begun, real));
    }

    /** The moment of its timers at which this clock shows {@code shown}. */
    public Instant real(Instant shown) {
        Duration passed = Duration.between(timers.timescale().begin(), shown);
        return begun.plus(timers.timescale().real(passed));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("times here have no zone");
    }
}
