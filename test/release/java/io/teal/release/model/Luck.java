package io.teal.release.model;

import io.teal.release.Color;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Weights;
import io.teal.release.observation.Word;
import java.util.List;
import java.util.Optional;

/** What befalls the service: hosts come up and die, alarms speak, someone else moves traffic. */
final class Luck {
    private static final List<Integer> WRITTEN = List.of(0, 1, 10, 50, 100);

    private final Scenario scenario;
    private final Color gaining;
    private final boolean asks;

    Luck(Scenario scenario) {
        this.scenario = scenario;
        this.gaining = scenario.plan().toward();
        this.asks = scenario.asks();
    }

    void events(World world, Model.Events events) {
        fleets(world, true, events);
        fleets(world, false, events);
        signals(world, events);
        person(world, events);
        if (world.writer && world.live != null && !world.run.ended()) {
            WRITTEN.stream().map(percent -> Weights.of(gaining, percent)).forEach(weights -> {
                writer(world, weights, events);
                scenario.inPart(world.live, weights).forEach(part -> writer(world, part, events));
            });
        }
    }

    private void fleets(World world, boolean gains, Model.Events events) {
        String whose = gains ? "the gaining fleet becomes " : "the other fleet becomes ";
        for (FleetState better : world.fleet(gains).better()) {
            World next = world.copy();
            next.fleet(gains, better);
            events.to(next, () -> whose + better, false);
        }
        for (FleetState worse : world.faults > 0 ? world.fleet(gains).worse() : List.<FleetState>of()) {
            World next = world.copy();
            next.fleet(gains, worse);
            next.faults--;
            events.to(next, () -> whose + worse, false);
        }
    }

    /** A person answers, and may think better of it; or never says a word. */
    private void person(World world, Model.Events events) {
        Run run = world.run;
        if (!asks || run.recovers() || run.ended()) {
            return;
        }
        for (Word.Says says : Word.Says.values()) {
            if (run.word() == null || run.word() == Word.Says.PROMOTE && says == Word.Says.ABORT) {
                World next = world.copy();
                next.run = run.told(says);
                events.to(next, () -> "a person says " + says, false);
            }
        }
    }

    private void signals(World world, Model.Events events) {
        for (Signal better : world.signal.better()) {
            World next = world.copy();
            next.signal = better;
            events.to(next, () -> "the alarms become " + better, false);
        }
        for (Signal worse : world.faults > 0 ? world.signal.worse() : List.<Signal>of()) {
            World next = world.copy();
            next.signal = worse;
            next.faults--;
            events.to(next, () -> "the alarms become " + worse, false);
        }
    }

    private void writer(World world, Weights weights, Model.Events events) {
        if (weights.equals(world.live)) {
            return;
        }
        World next = world.copy();
        next.writer = false;
        next.live = weights;
        boolean lookalike = expected(world.run, weights) || world.older != null && expected(world.older, weights);
        next.foreign = !lookalike;
        next.quiet = false;
        next.cold &= weights.of(gaining) == 0;
        events.to(next, () -> "someone else writes " + weights, false);
    }

    private boolean expected(Run run, Weights weights) {
        Journal journal = run.journal();
        return journal.at().isEmpty()
                ? scenario.plan(run).home().equals(Optional.of(weights))
                : journal.ownsOrStrayed(weights);
    }
}
