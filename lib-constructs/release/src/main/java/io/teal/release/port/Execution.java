package io.teal.release.port;

import java.time.Instant;
import java.util.Optional;

/**
 * An execution of a state machine.
 *
 * @param arn which
 * @param name its name
 * @param status AWS's word: {@code RUNNING}, {@code SUCCEEDED}, {@code FAILED}, {@code TIMED_OUT}, {@code ABORTED}
 * @param started when it began
 * @param ended when it ended; empty if it has not, or that is not known
 */
public record Execution(String arn, String name, String status, Instant started, Optional<Instant> ended) {
    /** One of which it is not known when it ended. */
    public Execution(String arn, String name, String status, Instant started) {
        this(arn, name, status, started, Optional.empty());
    }

    /** Whether it has not ended. */
    public boolean running() {
        return status.equals("RUNNING");
    }
}
