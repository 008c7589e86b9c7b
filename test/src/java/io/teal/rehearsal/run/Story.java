package io.teal.rehearsal.run;

import io.teal.rehearsal.report.Report;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a run showed that no clock may change: how each leg ended and with which fleets, and why requests were lost; no
 * times and no counts.
 *
 * @param legs each leg
 * @param causes why requests were lost
 */
record Story(List<LegStory> legs, Set<String> causes) {
    /** One leg: why it went back, if it did, and its fleets in the end, as {@code blue 1.0.0: 2 hosts, weight 100}. */
    record LegStory(String name, String wentBack, List<String> fleets) {}

    static Story of(Report report) {
        return new Story(
                report.phases().stream().map(Story::leg).toList(),
                report.losses().stream()
                        .map(loss -> cause(loss.cause()))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static LegStory leg(Report.Phase phase) {
        return new LegStory(phase.name(), reason(phase.wentBack()), fleets(phase));
    }

    private static List<String> fleets(Report.Phase phase) {
        return phase.fleets().stream()
                .filter(fleet -> fleet.desired() > 0)
                .map(fleet -> fleet.name() + " "
                        + String.join(" and ", new TreeSet<>(fleet.requests().keySet())) + ": " + fleet.desired()
                        + " hosts, weight " + fleet.weight())
                .sorted()
                .toList();
    }

    /** What the run decided by, without what was seen at that moment: states of targets, figures of an alarm. */
    private static String reason(String wentBack) {
        return wentBack.replaceFirst("\\w+'s targets: [^;]*; ", "")
                .replaceFirst(" \\(\\d+ datapoints .*", "")
                .replaceFirst(";.*", "");
    }

    /** Whether a host that does not serve is registered, refuses a connection or closes it depends on what is drawn. */
    private static String cause(String cause) {
        return cause.replaceFirst("50[23] (connection (refused|closed) by|no registered targets in)", "no host of");
    }
}
