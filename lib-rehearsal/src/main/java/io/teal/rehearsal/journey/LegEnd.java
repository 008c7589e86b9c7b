package io.teal.rehearsal.journey;

/**
 * How a leg ended.
 *
 * @param back why its deploy rolled back; empty if it did not
 * @param stop what happened that was not staged, as a sentence, after which an operator would not go on; empty if all
 *     went as planned
 */
public record LegEnd(String back, String stop) {
    /** As planned. */
    public static final LegEnd AS_PLANNED = new LegEnd("", "");
}
