package io.teal.runtime.execution;

import io.teal.release.port.AlarmReading;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Alarms over their thresholds, in words: names, figures and thresholds. */
final class AlarmText {
    private static final String CROSSED = "Threshold Crossed: ";

    /** When each figure was measured, and how many make an alarm. */
    private static final Pattern ASIDES =
            Pattern.compile(" \\((?:\\d\\d/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d|minimum [^)]*)\\)|\\.$");

    private AlarmText() {}

    /** Those of {@code names} that are in ALARM, in one phrase; empty if none is. */
    static Optional<String> raised(List<String> names, Map<String, AlarmReading> read) {
        List<String> raised = names.stream()
                .filter(name -> read.containsKey(name) && read.get(name).alarms())
                .map(name -> name + figures(read.get(name)))
                .toList();
        return raised.isEmpty() ? Optional.empty() : Optional.of("in ALARM: " + String.join("; ", raised));
    }

    private static String figures(AlarmReading alarm) {
        String reason = ASIDES.matcher(alarm.reason()).replaceAll("");
        String figures = reason.startsWith(CROSSED) ? reason.substring(CROSSED.length()) : reason;
        return figures.isEmpty() ? "" : " (" + figures + ")";
    }
}
