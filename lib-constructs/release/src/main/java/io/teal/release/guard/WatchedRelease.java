package io.teal.release.guard;

import io.teal.release.Color;
import io.teal.release.Required;
import java.time.Duration;
import java.time.Instant;

/**
 * A promotion that is watched after it has settled.
 *
 * @param active the colour that was promoted
 * @param promoted when that was done
 * @param window for how long it is watched
 */
public record WatchedRelease(Color active, Instant promoted, Duration window) {
    public WatchedRelease {
        Required.all(active, promoted, window);
    }

    /** The colour that traffic would return to. */
    public Color standby() {
        return active.other();
    }

    /** When it is no longer watched. */
    public Instant end() {
        return promoted.plus(window);
    }
}
