package io.teal.release.engine;

import io.teal.release.journal.Journal;
import io.teal.release.observation.Observation;
import io.teal.release.plan.Plan;
import io.teal.release.step.Guard;
import java.util.EnumSet;
import java.util.Set;

/** The engine with some of its guards taken away; the only door to that seam. */
public final class Mutant {
    private final Engine engine;

    private Mutant(Set<Guard> guards) {
        this.engine = new Engine(guards);
    }

    /** The engine as it is. */
    public static Mutant none() {
        return new Mutant(EnumSet.allOf(Guard.class));
    }

    /** The engine without {@code guard}. */
    public static Mutant without(Guard guard) {
        return new Mutant(EnumSet.complementOf(EnumSet.of(guard)));
    }

    /** Decides as {@link Engine#tick}. */
    public Decision decide(Plan plan, Journal journal, Observation seen) {
        return engine.decide(plan, journal, seen);
    }
}
