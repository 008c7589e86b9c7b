package io.teal.rehearsal.journey;

import java.util.List;

/**
 * A journey and the flags it was made with.
 *
 * @param journey the journey
 * @param flags the flags of each of its releases, in order; empty where templates were given instead
 */
public record JourneyPlan(Journey journey, List<Source.FlagSet> flags) {
    /** Copies the list. */
    public JourneyPlan {
        flags = List.copyOf(flags);
    }
}
