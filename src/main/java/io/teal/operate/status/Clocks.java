package io.teal.operate.status;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as people read them. All are UTC, as AWS's own are. */
final class Clocks {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private Clocks() {}

    static String time(Instant at) {
        return TIME.format(at);
    }
}
