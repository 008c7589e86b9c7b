package io.teal.operate.status;

import java.time.Instant;
import java.util.List;

/**
 * The run that the last deploy failed in.
 *
 * @param name its execution's name
 * @param started when it began
 * @param lines why it failed, what to do, then all that it saw; from its record, whatever has been removed since
 */
public record FailedRun(String name, Instant started, List<String> lines) {
    /** Copies the list. */
    public FailedRun {
        lines = List.copyOf(lines);
    }
}
