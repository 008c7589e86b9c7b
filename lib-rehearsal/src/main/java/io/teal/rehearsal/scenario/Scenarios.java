package io.teal.rehearsal.scenario;

import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.ProgressLine;
import io.teal.rehearsal.run.Rehearsal;
import io.teal.rehearsal.run.RehearsalSettings;
import java.io.IOException;
import java.util.Optional;

/** Rehearses scenarios, with Teal or by the clock. */
public final class Scenarios {
    /**
     * How late the nodes hear of new weights is a matter of luck, and up to a third of the seeds cost no request (ADR
     * 33).
     */
    private static final int SEEDS = 8;

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

    /** The same release without Teal, which sends no more requests than it needs. */
    public ScenarioResult byTheClock(Scenario scenario) throws IOException, InterruptedException {
        return byTheClock(scenario, usual.seed());
    }

    /**
     * The negative control, if there is one: a check must fail. Who releases by the clock may be lucky, and is then
     * tried with other seeds.
     */
    public Optional<ScenarioResult> control(Scenario scenario) throws IOException, InterruptedException {
        Optional<ScenarioResult> last = Optional.empty();
        for (int luck = 0; scenario.hasControl() && luck < SEEDS; luck++) {
            last = Optional.of(byTheClock(scenario, usual.seed() + luck));
            if (!last.get().held()) {
                return last;
            }
        }
        return last;
    }

    private ScenarioResult byTheClock(Scenario scenario, long seed) throws IOException, InterruptedException {
        return run(scenario, ByTheClock.journey(scenario), usual.sending(0).seeded(seed));
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
