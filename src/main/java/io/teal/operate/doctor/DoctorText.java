package io.teal.operate.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows findings as text. */
public final class DoctorText {
    private DoctorText() {}

    /** The lines that show {@code findings}, and how many are bad. */
    public static List<String> lines(List<CheckResult> findings) {
        List<String> lines = new ArrayList<>();
        for (CheckResult finding : findings) {
            String state = finding.state().name().toLowerCase(Locale.ROOT);
            lines.add(String.format(
                    Locale.ROOT,
                    "%-4s  %s: %s",
                    state,
                    finding.what(),
                    finding.lines().get(0)));
            finding.lines().stream().skip(1).forEach(line -> lines.add("      " + line));
        }
        long bad = findings.stream()
                .filter(finding -> finding.state() == CheckResult.Grade.BAD)
                .count();
        lines.add(bad == 0 ? "a release finds what it needs" : bad + " of " + findings.size() + " checks are bad");
        return lines;
    }
}
