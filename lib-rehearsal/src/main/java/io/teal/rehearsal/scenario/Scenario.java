package io.teal.rehearsal.scenario;

import io.teal.rehearsal.report.Report;
import io.teal.rehearsal.run.RehearsalSettings;
import io.teal.rehearsal.run.UnusualConditions;
import java.util.List;
import java.util.function.Function;

/**
 * A fault, and what must come of it.
 *
 * @param name what people call it
 * @param rows the rows of the list of faults that it rehearses
 * @param fault what is wrong, in a few words
 * @param conditions the same, for the rehearsal
 * @param course how the release goes
 * @param checks what must hold; of the release by the clock, at least one must not
 */
public record Scenario(
        String name,
        String rows,
        String fault,
        Function<RehearsalSettings, UnusualConditions> conditions,
        ReleaseScript course,
        List<Expectation> checks) {
    /** Copies the list. */
    public Scenario {
        checks = List.copyOf(checks);
    }

    /** Whether it is a negative control itself: it shows that what no release can help is seen. */
    public boolean isControl() {
        return checks.contains(Expectation.LOSES_SOMETHING);
    }

    /** What must hold, in a few words. */
    public String expected() {
        return String.join("; ", checks.stream().map(Expectation::says).toList());
    }

    /** What does not hold of {@code report}, in a few words; nothing if all does. */
    public List<String> broken(Report report) {
        return checks.stream()
                .filter(check -> !check.holds().test(report))
                .map(Expectation::says)
                .toList();
    }
}
