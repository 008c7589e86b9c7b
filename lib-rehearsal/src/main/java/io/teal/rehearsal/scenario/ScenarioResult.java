package io.teal.rehearsal.scenario;

import io.teal.rehearsal.report.Report;
import java.util.List;
import java.util.Optional;

/**
 * What came of a scenario.
 *
 * @param scenario the scenario
 * @param report what was counted; empty if the run came to no result
 * @param broken what should have held, and did not
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

    /** Whether all held. */
    public boolean held() {
        return broken.isEmpty();
    }

    /** Whether a run came to a result that counts: one that is neither broken off nor invalid. */
    public boolean valid() {
        return report.filter(one -> one.invalid().isEmpty()).isPresent();
    }
}
