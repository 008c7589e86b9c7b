package io.teal.rehearsal.aws.cloudformation;

import java.time.Duration;
import java.util.Optional;

/**
 * A failure of a stack operation that comes from outside the service.
 *
 * @param reason the reason that the stack reports
 * @param after how long after the operation began, in the template's time; empty for after its last resource
 */
public record Trouble(String reason, Optional<Duration> after) {
    /** Another resource fails after all of the service's. */
    public static Trouble lastResourceFails() {
        return new Trouble(
                "another resource of the stack failed, after all of the service were done", Optional.empty());
    }
}
