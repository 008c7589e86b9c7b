package io.teal.release.model;

import io.teal.release.engine.Decision;
import io.teal.release.engine.Mutant;
import io.teal.release.observation.Hook;
import io.teal.release.search.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What runs decide. Many worlds differ in nothing that a run can see, and the engine is a pure function: it is asked
 * once for each thing to see.
 */
final class Ticks {
    private static final int LOOKS = Look.values().length;

    private final Scenario scenario;
    private final Mutant engine;
    private final Packing packing;
    private final Table sights = new Table();
    private final List<Tick[]> ticks = new ArrayList<>();
    /** There are many sights and few ticks. */
    private final Map<Tick, Tick> distinct = new HashMap<>();

    Ticks(Scenario scenario, Mutant engine, Packing packing) {
        this.scenario = scenario;
        this.engine = engine;
        this.packing = packing;
    }

    /**
     * A tick.
     *
     * @param after the run that has decided
     * @param changes whether it is another run than before
     */
    record Tick(Decision decision, Run after, boolean changes) {}

    /** What there is to see, and what was decided of it, by how it was looked at. */
    final class Sight {
        private final World seen;
        private final Tick[] before;

        private Sight(World seen, Tick[] before) {
            this.seen = seen;
            this.before = before;
        }

        Tick tick(Look look) {
            int index = look.ordinal();
            if (before[index] == null) {
                Tick tick = decide(seen, look);
                Tick same = distinct.putIfAbsent(tick, tick);
                before[index] = same == null ? tick : same;
            }
            return before[index];
        }
    }

    /** What {@code run} can see of {@code world}. */
    Sight sight(World world, Run run) {
        World seen = world.seenBy(run);
        int number = sights.number(packing.pack(seen), -1);
        if (number == ticks.size()) {
            ticks.add(new Tick[LOOKS]);
        }
        return new Sight(seen, ticks.get(number));
    }

    private Tick decide(World seen, Look look) {
        Run run = seen.run;
        Decision decision = engine.decide(
                scenario.plan(run), run.journal(), look.at(seen, scenario.plan().toward()));
        Run after = packing.listed(after(run, decision));
        return new Tick(decision, after, !after.equals(run));
    }

    private static Run after(Run run, Decision decision) {
        if (decision instanceof Decision.Call call) {
            return run.send(new Decision.Call(call.effect(), Clock.plain(call.journal()), ""));
        }
        Run after = run.remember(Clock.plain(decision.journal()));
        boolean asksAgain = decision instanceof Decision.Wait && run.hook() == Hook.GOES_ON;
        return asksAgain ? after.hear(Hook.UNKNOWN) : after;
    }
}
