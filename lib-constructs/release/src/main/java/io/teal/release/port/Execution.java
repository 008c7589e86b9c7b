package io.teal.release.port;

import java.time.Instant;

/**
 * An execution of a state machine.
 *
 * @param arn which
 * @param name its name
 * @param status AWS's word: {@code RUNNING}, {@code SUCCEEDED}, {@code FAILED}, {@code TIMED_OUT}, {@code ABORTED}
 * @param started when it began
 */
public record Execution(String arn, String name, String status, Instant started) {
    /** Whether it has not ended. */
    public boolean running() {
        return status.equals("RUNNING");
    }
}
