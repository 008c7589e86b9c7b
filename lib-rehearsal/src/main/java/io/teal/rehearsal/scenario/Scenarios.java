package io.teal.rehearsal.scenario;

import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.run.Rehearsal;
import io.teal.rehearsal.run.RehearsalSettings;
import java.io.IOException;

/** Rehearses scenarios, with Teal or by the clock. */
public final class Scenarios {
    private final Templates templates;
    private final RehearsalSettings usual;
    private final ProgressLine progress;

    /**
     * Scenarios of the service that {@code templates} describe.
     *
     * @param usual how to rehearse; a scenario adds its own conditions
     * @param progress shows the progress
     */
    public Scenarios(Templates templates, RehearsalSettings usual, ProgressLine progress) {
        this.templates = templates;
        this.usual = usual;
        this.progress = progress;
    }

    /** A release with Teal. */
    public ScenarioResult withTeal(Scenario scenario) throws IOException, InterruptedException {
        return run(scenario, WithTeal.journey(scenario, templates), usual);
    }

    /** The negative control, which sends no more requests than it needs: a check must fail. */
    public ScenarioResult byTheClock(Scenario scenario) throws IOException, InterruptedException {
        return run(scenario, ByTheClock.journey(scenario), usual.sending(0));
    }

    private ScenarioResult run(Scenario scenario, Journey journey, RehearsalSettings settings)
            throws IOException, InterruptedException {
        RehearsalSettings own = settings.with(scenario.conditions().apply(settings));
        if (own.modelled()) {
            return ScenarioResult.of(scenario, Rehearsal.modelled(journey, own, progress));
        }
        try (ChildProcesses processes = new ChildProcesses()) {
            return ScenarioResult.of(scenario, Rehearsal.run(journey, own, processes, progress));
        }
    }
}
