package io.teal.rehearsal.journey;

import java.util.List;

/**
 * What is going to be rehearsed.
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
