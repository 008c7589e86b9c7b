package io.teal.constructs.internal.traffic;

import io.teal.constructs.internal.common.WholeSeconds;
import software.amazon.awscdk.Duration;

/**
 * Sticky sessions: a client stays with the colour that served it, and perhaps with the host.
 *
 * @param duration for how long after its last request, 1 second to 7 days
 * @param host whether with the host, too
 */
public record StickySettings(Duration duration, boolean host) {
    private static final int WEEK_SECONDS = 604_800;

    /** Checks the range that Elastic Load Balancing has. */
    public StickySettings {
        WholeSeconds.between(host ? "stickToHost" : "stickToVersion", duration, 1, WEEK_SECONDS);
    }

    /** As the map of Preflight and Shift has it. */
    @Override
    public String toString() {
        return (host ? "host " : "version ") + duration.toSeconds();
    }
}
