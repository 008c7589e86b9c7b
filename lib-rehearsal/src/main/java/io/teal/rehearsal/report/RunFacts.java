package io.teal.rehearsal.report;

import java.util.List;

/**
 * What a run was, besides what it counted.
 *
 * @param date when it began, as {@code 2026-11-26T15:00:00Z}
 * @param teal Teal's version; {@code unpackaged} if it did not run from its jar
 * @param staged what went wrong on purpose, in a few words each
 * @param stop what happened that was not staged, as a sentence, and ended the run early; empty if nothing did
 * @param broken why the rehearsal itself could not measure; empty if it could
 */
public record RunFacts(String date, String teal, List<String> staged, String stop, String broken) {
    /** Copies the list. */
    public RunFacts {
        staged = List.copyOf(staged);
    }
}
