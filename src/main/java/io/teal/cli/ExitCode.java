package io.teal.cli;

import java.util.Arrays;
import java.util.Set;

/** What {@code teal} ends with. */
public enum ExitCode {
    /** What was asked for is done. */
    DONE(0, "done", "next"),
    /** Template and live agree. */
    SETTLED(0, "settled: template and live agree, and nothing goes on", "status"),
    /** The deploy would be accepted. */
    ACCEPTED(0, "the deploy would be accepted", "plan"),
    /** Traffic is back, or on its way. */
    BACK(0, "traffic is back, or CloudFormation brings it back", "rollback"),
    /** Nothing was lost. */
    CLEAN(0, "nothing lost, nothing doubled", "rehearse"),
    /** Every scenario ended as expected, and no negative control did. */
    HELD(0, "with --fault or --all: ended as expected", "rehearse"),
    /** Template and live differ, or something goes on. */
    NOT_SETTLED(1, "not settled", "status"),
    /** The deploy would be refused. */
    REFUSED(1, "the deploy would be refused", "plan"),
    /** Traffic was left as it is. */
    UNCHANGED(1, "nothing was changed", "rollback"),
    /** Requests were lost or doubled. */
    LOST(1, "requests were lost or doubled", "rehearse"),
    /** A scenario did not end as expected, or a negative control did. */
    BROKEN(1, "with --fault or --all: did not", "rehearse"),
    /** The input cannot be used. */
    BAD_INPUT(2, "bad input, or nothing to do it to; nothing was run", Verbs.ALL),
    /** The run came to no result. */
    INVALID_RUN(3, "the run shows nothing; run it again", "rehearse"),
    /** AWS did not answer, or not as expected. */
    UNREACHABLE(4, "a call to AWS failed; the line names it", "plan", "status", "rollback"),
    /** Traffic may not be where it should be, and a person has to look. */
    NEEDS_HUMAN(5, "traffic may not be where it should be: look", "rollback"),
    /** Teal itself is wrong. */
    BUG(70, "a bug in Teal", Verbs.ALL);

    private final int code;
    private final String meaning;
    private final Set<String> verbs;

    ExitCode(int code, String meaning, String... verbs) {
        this.code = code;
        this.meaning = meaning;
        this.verbs = Set.of(verbs);
    }

    /** The verbs that each code may end; a constant of its own, because an enum's is not there yet in its constants. */
    private static final class Verbs {
        private static final String ALL = "every verb";
    }

    /** The number the process ends with. */
    public int code() {
        return code;
    }

    /** One line for each code that {@code verb} may end with, as {@code --help} shows them. */
    static String[] help(String verb) {
        return Arrays.stream(values())
                .filter(exit -> exit.verbs.contains(verb) || exit.verbs.contains(Verbs.ALL))
                .map(exit -> String.format("%4d  %s", exit.code, exit.meaning))
                .toArray(String[]::new);
    }
}
