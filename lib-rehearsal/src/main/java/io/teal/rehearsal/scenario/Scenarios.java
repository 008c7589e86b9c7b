package io.teal.rehearsal.scenario;

import io.teal.rehearsal.InvalidRunException;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.process.Leash;
import io.teal.rehearsal.report.Live;
import io.teal.rehearsal.run.Rehearsal;
import io.teal.rehearsal.run.Settings;
import java.io.IOException;

/** Rehearses scenarios, with Teal or by the clock. */
public final class Scenarios {
    private final Templates templates;
    private final Settings usual;
    private final Live live;

    /**
     * Scenarios of the service that {@code templates} describe.
     *
     * @param usual how to rehearse; a scenario adds what is unusual in it
     * @param live told how it goes
     */
    public Scenarios(Templates templates, Settings usual, Live live) {
        this.templates = templates;
        this.usual = usual;
        this.live = live;
    }

    /** A release with Teal. */
    public Result withTeal(Scenario scenario) throws IOException, InterruptedException {
        return run(scenario, WithTeal.journey(scenario, templates), usual);
    }

    /** The negative control, which sends no more requests than it needs: something must be broken. */
    public Result byTheClock(Scenario scenario) throws IOException, InterruptedException {
        return run(scenario, ByTheClock.journey(scenario), usual.sending(0));
    }

    private Result run(Scenario scenario, Journey journey, Settings settings) throws IOException, InterruptedException {
        try (Leash leash = new Leash()) {
            Settings own = settings.with(scenario.conditions().apply(settings));
            return Result.of(scenario, Rehearsal.run(journey, own, leash, live));
        } catch (InvalidRunException none) {
            return Result.none(scenario, none.getMessage());
        }
    }
}
