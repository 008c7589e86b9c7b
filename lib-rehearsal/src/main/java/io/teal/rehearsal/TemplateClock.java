package io.teal.rehearsal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that runs as fast as the templates' timers. */
public final class TemplateClock extends Clock {
    private final Instant begun = Instant.now();
    private final Timescale timescale;

    public TemplateClock(Timescale timescale) {
        this.timescale = timescale;
    }

    @Override
    public Instant instant() {
        long nanos = Duration.between(begun, Instant.now()).toNanos();
        return begun.plusNanos((long) (nanos * timescale.speed()));
    }

    /** The real moment at which this clock shows {@code shown}. */
    public Instant real(Instant shown) {
        return begun.plus(timescale.real(Duration.between(begun, shown)));
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
