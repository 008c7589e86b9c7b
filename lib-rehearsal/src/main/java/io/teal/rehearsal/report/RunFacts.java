package io.teal.rehearsal.report;

import io.teal.rehearsal.Remark;
import java.util.List;

/**
 * What a run was, besides what it counted.
 *
 * @param date when it began, as {@code 2026-11-26T15:00:00Z}
 * @param teal Teal's version; {@code unpackaged} if it did not run from its jar
 * @param modelled whether hosts and requests were modelled, on a clock that begins with 2026
 * @param staged what went wrong on purpose, in a few words each
 * @param stop what happened that was not staged, as a sentence, and ended the run early; empty if nothing did
 * @param broken why the rehearsal itself could not measure; empty if it could
 * @param unserved which version no host was launched with, as a sentence; empty if there is none
 * @param output the last lines that a host of the version printed which was stopped; empty if none was, or it printed
 *     nothing
 * @param remarks what the templates say that the run does not show
 */
public record RunFacts(
        String date,
        String teal,
        boolean modelled,
        List<String> staged,
        String stop,
        String broken,
        String unserved,
        List<String> output,
        List<Remark> remarks) {
    /** Copies the lists. */
    public RunFacts {
        staged = List.copyOf(staged);
        output = List.copyOf(output);
        remarks = List.copyOf(remarks);
    }

    /** Whether every version was released that was meant to be. */
    public boolean released() {
        return stop.isEmpty() && unserved.isEmpty();
    }
}
