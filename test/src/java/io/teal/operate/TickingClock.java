package io.teal.operate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until someone pauses. */
public final class TickingClock extends Clock implements Pause {
    private Instant now = Instant.parse("2026-11-21T12:00:00Z");
    private Runnable whilePausing = () -> {};

    @Override
    public void of(Duration time) {
        now = now.plus(time);
        whilePausing.run();
    }

    /** Something that happens in each pause. */
    public void whilePausing(Runnable event) {
        whilePausing = event;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("UTC only");
    }
}
