package io.teal.rehearsal.aws.cloudformation;

import java.time.Duration;
import java.util.Optional;

/**
 * A failure of a stack operation that comes from outside the service.
 *
 * @param reason the reason that the stack reports
 * @param after how long after the operation began, or after the change of {@code resource} would have been done, in the
 *     template's time; empty for after the last resource, or for at once
 * @param resource the logical id of the resource that fails; empty if it is none of the template
 */
public record Trouble(String reason, Optional<Duration> after, Optional<String> resource) {
    /** A failure of no resource of the template. */
    public Trouble(String reason, Optional<Duration> after) {
        this(reason, after, Optional.empty());
    }

    /** Another resource fails after all of the service's. */
    public static Trouble lastResourceFails() {
        return new Trouble(
                "another resource of the stack failed, after all of the service were done", Optional.empty());
    }
}
