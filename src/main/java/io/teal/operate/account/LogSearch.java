package io.teal.operate.account;

import java.util.List;

/**
 * What was found in a log group.
 *
 * @param lines in the order of their times, oldest first
 * @param whole whether the search came to the end of its time; else newer lines may have been left out
 */
public record LogSearch(List<LogLine> lines, boolean whole) {
    /** Copies the list. */
    public LogSearch {
        lines = List.copyOf(lines);
    }
}
