package io.teal.operate.doctor;

import java.util.List;

/**
 * What one check has found.
 *
 * @param what what was looked at, a few words
 * @param state how it is
 * @param lines what was seen, then, if it is not well, what to do
 */
public record CheckResult(String what, Grade state, List<String> lines) {
    /** Copies the list. */
    public CheckResult {
        lines = List.copyOf(lines);
    }

    /** How something is. */
    public enum Grade {
        /** As it should be. */
        OK,
        /** A release works, and somebody should know. */
        NOTE,
        /** It could not be looked at. */
        SKIP,
        /** A release, or the way back, would fail. */
        BAD
    }

    static CheckResult ok(String what, String seen) {
        return new CheckResult(what, Grade.OK, List.of(seen));
    }

    static CheckResult note(String what, String seen, String todo) {
        return new CheckResult(what, Grade.NOTE, List.of(seen, todo));
    }

    static CheckResult skip(String what, String why, String todo) {
        return new CheckResult(what, Grade.SKIP, List.of(why, todo));
    }

    static CheckResult bad(String what, String seen, String todo) {
        return new CheckResult(what, Grade.BAD, List.of(seen, todo));
    }
}
