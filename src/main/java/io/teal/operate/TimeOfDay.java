package io.teal.operate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as the verbs show them: of the day, to the second, in UTC, as AWS's are. */
public final class TimeOfDay {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private TimeOfDay() {}

    /** {@code 11:48:02}. */
    public static String of(Instant at) {
        return UTC.format(at);
    }
}
