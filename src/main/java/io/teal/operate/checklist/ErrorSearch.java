package io.teal.operate.checklist;

import io.teal.operate.account.LogLine;
import io.teal.operate.account.LogSearch;
import io.teal.operate.account.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the newest lines of a log group that tell of an error. AWS gives the oldest first, so the last five minutes are
 * searched before the rest of the hour, which nobody needs if they are enough.
 */
final class ErrorSearch {
    /**
     * Lines with error, exception or fatal in whatever case.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/regex-expressions.html">what a filter
     *     pattern may have: no groups, no flags</a>
     */
    static final String PATTERN = "%[Ee][Rr][Rr][Oo][Rr]|[Ee][Xx][Cc][Ee][Pp][Tt][Ii][Oo][Nn]|[Ff][Aa][Tt][Aa][Ll]%";

    private static final int SHOWN = 5;
    private static final int PAGES = 20;
    private static final Duration RECENT = Duration.ofMinutes(5);
    private static final Duration WHOLE = Duration.ofHours(1);

    private ErrorSearch() {}

    /** The newest five of the hour before {@code now}, newest first, fit for a terminal. */
    static LogSearch newest(Telemetry telemetry, String logGroup, Instant now) {
        Instant recent = now.minus(RECENT);
        LogSearch found = telemetry.filterLogEvents(logGroup, PATTERN, recent, now, PAGES);
        List<LogLine> lines = new ArrayList<>(found.lines());
        boolean whole = found.whole();
        if (whole && lines.size() < SHOWN) {
            LogSearch before =
                    telemetry.filterLogEvents(logGroup, PATTERN, now.minus(WHOLE), recent.minusMillis(1), PAGES);
            lines.addAll(before.lines());
            whole = before.whole();
        }
        return new LogSearch(
                lines.stream()
                        .sorted(Comparator.comparing(LogLine::at).reversed())
                        .limit(SHOWN)
                        .map(line ->
                                new LogLine(line.at(), PlainText.clean(line.stream()), PlainText.clean(line.text())))
                        .toList(),
                whole);
    }
}
