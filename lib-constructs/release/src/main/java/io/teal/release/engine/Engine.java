package io.teal.release.engine;

import io.teal.release.journal.Journal;
import io.teal.release.journal.Outcome;
import io.teal.release.observation.Observation;
import io.teal.release.plan.Plan;
import io.teal.release.step.Guard;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * Decides what a run does next, from its plan, what it remembers and what was just seen; pure.
 *
 * <pre>
 *   ended? ─▶ stack still going this way? ─▶ could everything be read? ─▶ are the live weights ours?
 *     ─▶ an alarm, or a fleet lost? turn back ─▶ ask the step: done, wait, call, fail
 * </pre>
 */
public final class Engine {
    private static final Engine ALL_GUARDS = new Engine(EnumSet.allOf(Guard.class));

    private final Set<Guard> guards;

    /** For the mutation tests: the engine with only these guards. */
    Engine(Set<Guard> guards) {
        this.guards = Collections.unmodifiableSet(EnumSet.copyOf(guards));
    }

    /** What the run that has {@code plan} and remembers {@code journal} does, having seen {@code seen}. */
    public static Decision tick(Plan plan, Journal journal, Observation seen) {
        return ALL_GUARDS.decide(plan, journal, seen);
    }

    /**
     * The journal of a run that must stop at once, for a reason outside the engine: its driver failed, or its absolute
     * deadline passed. The next ticks roll it back. A run that is rolling back already goes on: it has its own
     * deadlines.
     */
    public static Journal abort(Plan plan, Journal journal, String why, Instant now) {
        boolean goesHome = journal.goingBack() || plan.purpose().failure() == Outcome.NEEDS_HUMAN;
        if (journal.outcome().isPresent() || goesHome) {
            return journal;
        }
        boolean nothingToTakeBack = !journal.begun() || plan.back().isEmpty();
        return nothingToTakeBack ? journal.end(plan.purpose().failure(), why) : journal.turnBack(why, now);
    }

    Decision decide(Plan plan, Journal journal, Observation seen) {
        return new Tick(plan, journal, seen, guards).decide();
    }
}
