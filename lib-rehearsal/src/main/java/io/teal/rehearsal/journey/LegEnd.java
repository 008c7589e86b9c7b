package io.teal.rehearsal.journey;

/**
 * How a leg ended.
 *
 * @param back why its deploy rolled back; empty if it did not
 * @param stop what happened that was not staged, as a sentence, after which an operator would not go on; empty if all
 *     went as planned
 * @param measured whether {@code stop} says something of the release, rather than of this machine
 */
public record LegEnd(String back, String stop, boolean measured) {
    /** As planned. */
    public static final LegEnd AS_PLANNED = new LegEnd("", "", true);

    /** An end that an operator would not go on after. */
    public static LegEnd stopped(String why) {
        return new LegEnd("", why, true);
    }
}
