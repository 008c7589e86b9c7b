package io.teal.operate.history;

import io.teal.operate.account.SingleFleet;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows releases of the past as text. Times are UTC, as AWS's are. */
public final class HistoryText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private HistoryText() {}

    /** The lines that show {@code releases} of a service with two colours, called {@code name}. */
    public static List<String> lines(String name, List<PastRelease> releases) {
        return lines(name, releases, "90 days");
    }

    /** The same of a service with one fleet. */
    public static List<String> lines(SingleFleet fleet, List<PastRelease> releases) {
        return lines(fleet.service(), releases, fleet.inPlace() ? "90 days" : "six weeks");
    }

    private static List<String> lines(String name, List<PastRelease> releases, String known) {
        if (releases.isEmpty()) {
            return List.of(name + ": no release in the last " + known);
        }
        List<String> lines = new ArrayList<>(List.of(name + ", newest first, UTC"));
        for (PastRelease release : releases) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %s %6s  %-11s  %s",
                    TIME.format(release.began()),
                    time(release.took()),
                    release.end(),
                    release.what()));
            if (!release.why().isEmpty()) {
                lines.add("    " + release.why());
            }
        }
        return lines;
    }

    private static String time(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d", time.toMinutes(), time.toSecondsPart());
    }
}
