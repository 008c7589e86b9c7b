package io.teal.operate.status;

import io.teal.operate.TimeOfDay;
import io.teal.operate.account.HostRefresh;
import java.util.ArrayList;
import java.util.List;

/** Shows the status of a service with one fleet as text. */
final class SingleFleetText {
    private SingleFleetText() {}

    /** The lines that show {@code one}. */
    static List<String> lines(SingleFleetStatus one) {
        List<String> lines = new ArrayList<>(
                List.of(one.fleet().service() + ": " + one.fleet().way()));
        if (one.runs().isEmpty()) {
            return lines;
        }
        lines.add("  " + one.runs() + ", " + one.desired() + " wanted, healthy " + one.healthy());
        one.refresh().ifPresent(refresh -> lines.addAll(lines(refresh)));
        lines.addAll(StatusText.runs(one.installs()));
        one.failure().ifPresent(failure -> lines.addAll(StatusText.lines(failure)));
        return lines;
    }

    private static List<String> lines(HostRefresh refresh) {
        List<String> lines = new ArrayList<>();
        lines.add("  refresh " + refresh.id()
                + refresh.began().map(began -> " since " + TimeOfDay.of(began)).orElse(""));
        lines.add("    " + refresh.status() + ", " + refresh.percent() + " percent of the hosts are replaced, "
                + refresh.left() + " left"
                + refresh.version()
                        .map(version -> "; to launch template version " + version)
                        .orElse(""));
        if (!refresh.reason().isEmpty()) {
            lines.add("    " + refresh.reason());
        }
        return lines;
    }
}
