package io.teal.rehearsal.scenario;

import io.teal.rehearsal.report.Report;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The result of a scenario.
 *
 * @param scenario the scenario
 * @param report the report
 * @param broken the checks that failed; what stopped the run or made it invalid, if anything did
 */
public record ScenarioResult(Scenario scenario, Report report, List<String> broken) {
    static ScenarioResult of(Scenario scenario, Report report) {
        List<String> ended = Stream.of(report.invalid(), report.run().stop())
                .filter(why -> !why.isEmpty())
                .toList();
        return new ScenarioResult(scenario, report, ended.isEmpty() ? scenario.broken(report) : ended);
    }

    /** Whether all checks held. */
    public boolean held() {
        return broken.isEmpty();
    }

    /** Whether all checks held, and not in its {@code control}, if it has one. */
    public boolean asExpected(Optional<ScenarioResult> control) {
        return held() && control.filter(ScenarioResult::held).isEmpty();
    }

    /** Whether the rehearsal could measure. */
    public boolean valid() {
        return report.invalid().isEmpty();
    }
}
