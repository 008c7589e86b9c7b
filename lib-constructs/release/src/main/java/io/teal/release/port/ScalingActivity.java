package io.teal.release.port;

import java.time.Instant;
import java.util.Set;

/**
 * A scaling activity of an Auto Scaling group: a host that was launched or ended, or was to be.
 *
 * @param started when it began
 * @param status AWS's word: {@code Successful}, {@code InProgress}, {@code Failed}, {@code Cancelled}
 * @param message what AWS says of its status, or else of what it does
 */
public record ScalingActivity(Instant started, String status, String message) {
    private static final Set<String> FAILED = Set.of("Failed", "Cancelled");

    /** Whether it did not do what it was to do. */
    public boolean failed() {
        return FAILED.contains(status);
    }
}
