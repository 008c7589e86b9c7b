package io.teal.rehearsal.scenario;

import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.run.RehearsalSettings;
import io.teal.rehearsal.run.UnusualConditions;
import java.util.List;
import java.util.function.Function;

/**
 * A release that meets a fault, and the checks of the result.
 *
 * @param name its name in {@code --fault}
 * @param rows the rows of the list of faults that it rehearses
 * @param fault what is wrong, in a few words
 * @param conditions the same, for the rehearsal
 * @param course how the release goes
 * @param checks what must hold
 * @param hasControl whether at least one of the checks must not hold of the release by the clock
 */
public record Scenario(
        String name,
        String rows,
        String fault,
        Function<RehearsalSettings, UnusualConditions> conditions,
        ReleaseScript course,
        List<Expectation> checks,
        boolean hasControl) {
    /** Copies the list. */
    public Scenario {
        checks = List.copyOf(checks);
    }

    /** A scenario with a control. */
    Scenario(
            String name,
            String rows,
            String fault,
            Function<RehearsalSettings, UnusualConditions> conditions,
            ReleaseScript course,
            List<Expectation> checks) {
        this(name, rows, fault, conditions, course, checks, true);
    }

    /** The same of a fault that costs requests however a release is done. */
    Scenario withoutControl() {
        return new Scenario(name, rows, fault, conditions, course, checks, false);
    }

    /** The number of its last row. */
    int lastRow() {
        return Integer.parseInt(rows.substring(rows.lastIndexOf('F') + 1));
    }

    /** The checks, in a few words. */
    public String expected() {
        return String.join("; ", checks.stream().map(Expectation::says).toList());
    }

    /** The checks that {@code report} fails, in a few words. */
    public List<String> broken(Report report) {
        return checks.stream()
                .filter(check -> !check.holds().test(report))
                .map(Expectation::says)
                .toList();
    }
}
