package io.teal.rehearsal.scenario;

import io.teal.rehearsal.report.Report;
import java.util.List;
import java.util.Optional;

/**
 * The result of a scenario.
 *
 * @param scenario the scenario
 * @param report the report; empty if the run broke off
 * @param broken the checks that failed
 */
public record ScenarioResult(Scenario scenario, Optional<Report> report, List<String> broken) {
    static ScenarioResult of(Scenario scenario, Report report) {
        return new ScenarioResult(
                scenario,
                Optional.of(report),
                report.invalid().isEmpty() ? scenario.broken(report) : List.of(report.invalid()));
    }

    static ScenarioResult none(Scenario scenario, String why) {
        return new ScenarioResult(scenario, Optional.empty(), List.of(why));
    }

    /** Whether all checks held. */
    public boolean held() {
        return broken.isEmpty();
    }

    /** Whether the run neither broke off nor was invalid. */
    public boolean valid() {
        return report.filter(one -> one.invalid().isEmpty()).isPresent();
    }
}
