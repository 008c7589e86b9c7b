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
        lines.add(verdict(findings));
        return lines;
    }

    private static String verdict(List<CheckResult> findings) {
        long bad = count(findings, CheckResult.Grade.BAD);
        long unseen = count(findings, CheckResult.Grade.SKIP);
        String seen = bad == 0 ? "a release finds what it needs" : bad + " of " + findings.size() + " checks are bad";
        return unseen == 0 ? seen : seen + "; " + unseen + (unseen == 1 ? " check" : " checks") + " could not be made";
    }

    private static long count(List<CheckResult> findings, CheckResult.Grade grade) {
        return findings.stream().filter(finding -> finding.state() == grade).count();
    }
}
