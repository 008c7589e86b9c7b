package io.teal.rehearsal.aws.cloudformation;

import java.time.Duration;
import java.util.Optional;

/**
 * What goes wrong in an operation of a stack, outside of it.
 *
 * @param reason what the stack says of it
 * @param after how long after the operation began, in the template's time; empty for after its last resource
 */
public record Trouble(String reason, Optional<Duration> after) {
    /** A resource of somebody else's fails when everything of the service is done. */
    public static Trouble lastResourceFails() {
        return new Trouble(
                "another resource of the stack failed, after all of the service were done", Optional.empty());
    }
}
