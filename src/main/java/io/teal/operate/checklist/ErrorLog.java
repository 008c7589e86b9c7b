package io.teal.operate.checklist;

import io.teal.operate.account.LogLine;
import java.util.List;

/**
 * The newest lines of a log group that tell of an error.
 *
 * @param of whose hosts write it: {@code blue}, {@code green}, or {@code both}
 * @param logGroup its name
 * @param lines newest first, without control characters
 * @param whole whether all lines of the time were searched; else newer ones may be missing
 * @param problem AWS's error code, {@code NoLogGroup} if there is no such group; empty text if it could be read
 */
public record ErrorLog(String of, String logGroup, List<LogLine> lines, boolean whole, String problem) {
    /** There is no such log group. */
    static final String MISSING = "NoLogGroup";

    /** Copies the list. */
    public ErrorLog {
        lines = List.copyOf(lines);
    }
}
