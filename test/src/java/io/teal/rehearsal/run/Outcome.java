package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.report.Report;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a run showed.
 *
 * @param report its report
 * @param installed the versions that CodeDeploy had installed in the end on hosts that were asked anything, a word for
 *     each host, sorted; none without it
 */
record Outcome(Report report, List<String> installed) {
    /** What a request meets that goes to a host that is no more. */
    static final String DEAD = "502 connection (refused|closed) by .*";

    Outcome {
        installed = List.copyOf(installed);
    }

    /** Whether the load was what it should be. */
    boolean isValid() {
        return report.invalid().isEmpty();
    }

    /** Fails if the run says nothing, or a request was doubled. */
    Outcome thatCounts() {
        assertThat(report.invalid()).isEmpty();
        assertThat(report.run().stop()).isEmpty();
        assertThat(report.totals().sent()).isPositive();
        assertThat(report.totals().doubled()).as("doubled").isZero();
        return this;
    }

    Outcome lostNothing() {
        assertThat(report.totals().lost()).as("%s", report.losses()).isZero();
        return this;
    }

    /** Nothing for another cause than {@code pattern} describes, and not more than {@code percent} of all. */
    Outcome lostAtMost(int percent, String pattern) {
        assertThat(report.losses()).allMatch(loss -> Pattern.matches(pattern, loss.cause()));
        assertThat(100 * report.totals().lost())
                .as("%s", report.losses())
                .isLessThanOrEqualTo(percent * report.totals().sent());
        return this;
    }

    /** All traffic is at {@code color} in the end, and {@code version} answers it. */
    Outcome endsAt(String color, String version) {
        assertThat(phase("after").fleets())
                .filteredOn(fleet -> fleet.name().equals(color))
                .singleElement()
                .satisfies(fleet -> assertThat(fleet.weight()).isEqualTo(100))
                .satisfies(fleet -> assertThat(fleet.requests()).containsKey(version));
        assertThat(answeredBy(version, "after")).isEqualTo(phase("after").requests());
        return this;
    }

    int weight(String color, String phase) {
        return phase(phase).fleets().stream()
                .filter(fleet -> fleet.name().equals(color))
                .findFirst()
                .orElseThrow()
                .weight();
    }

    /** Of all requests of a phase, 0 to 1. */
    double share(String version, String phase) {
        return answeredBy(version, phase) / (double) phase(phase).requests();
    }

    /** Of all requests of a phase, 0 to 1. */
    double lostShare(String phase) {
        return phase(phase).lost() / (double) phase(phase).requests();
    }

    String wentBack(String phase) {
        return phase(phase).wentBack();
    }

    Report.Phase phase(String name) {
        return report.phases().stream()
                .filter(phase -> phase.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    long answeredBy(String version) {
        return report.phases().stream()
                .mapToLong(phase -> answeredBy(version, phase.name()))
                .sum();
    }

    long answeredBy(String version, String phase) {
        return phase(phase).fleets().stream()
                .mapToLong(fleet -> fleet.requests().getOrDefault(version, 0L))
                .sum();
    }
}
