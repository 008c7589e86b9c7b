package io.teal.cli;

import io.teal.release.Contract;
import java.util.Arrays;
import java.util.Set;

/** The exit codes of {@code teal}. */
public enum ExitCode {
    /** The command succeeded. */
    DONE(Contract.EXIT_DONE, "done", "next"),
    /** The live state matches the template. */
    SETTLED(Contract.EXIT_DONE, "settled: live matches the template, nothing in progress", "status"),
    /** The deploy would be accepted. */
    ACCEPTED(Contract.EXIT_DONE, "the deploy would be accepted", "plan"),
    /** Traffic is back, or on its way. */
    BACK(Contract.EXIT_DONE, "traffic is back, or CloudFormation brings it back", "rollback"),
    /** Nothing was lost. */
    CLEAN(Contract.EXIT_DONE, "nothing lost, nothing doubled", "rehearse"),
    /** Every scenario ended as expected, and no negative control did. */
    HELD(Contract.EXIT_DONE, "with --fault or --all: ended as expected", "rehearse"),
    /** The live state differs from the template, or an update or run is in progress. */
    NOT_SETTLED(Contract.EXIT_NOT_DONE, "not settled", "status"),
    /** The deploy would be refused. */
    REFUSED(Contract.EXIT_NOT_DONE, "the deploy would be refused", "plan"),
    /** Traffic was left as it is. */
    UNCHANGED(Contract.EXIT_NOT_DONE, "nothing was changed", "rollback"),
    /** Requests were lost or doubled. */
    LOST(Contract.EXIT_NOT_DONE, "requests were lost or doubled", "rehearse"),
    /** A scenario did not end as expected, or a negative control did. */
    BROKEN(Contract.EXIT_NOT_DONE, "with --fault or --all: did not", "rehearse"),
    /** The input cannot be used. */
    BAD_INPUT(Contract.EXIT_BAD_INPUT, "invalid arguments or target; nothing was run", Verbs.ALL),
    /** The run is invalid. */
    INVALID_RUN(Contract.EXIT_INVALID_RUN, "run invalid: this machine could not measure", "rehearse"),
    /** AWS did not answer, or not as expected. */
    UNREACHABLE(Contract.EXIT_UNREACHABLE, "a call to AWS failed; the line names it", "plan", "status", "rollback"),
    /** Traffic may be on the wrong fleet; an operator has to check. */
    NEEDS_HUMAN(Contract.EXIT_NEEDS_HUMAN, "traffic may be on the wrong fleet: check", "rollback"),
    /** A version was taken back or never served. */
    NOT_RELEASED(Contract.EXIT_NOT_RELEASED, "a version was taken back, or never served", "rehearse"),
    /** A bug in Teal. */
    BUG(Contract.EXIT_BUG, "a bug in Teal", Verbs.ALL);

    private final int code;
    private final String meaning;
    private final Set<String> verbs;

    ExitCode(int code, String meaning, String... verbs) {
        this.code = code;
        this.meaning = meaning;
        this.verbs = Set.of(verbs);
    }

    /** In a class of its own: an enum's constants cannot use the enum's static fields. */
    private static final class Verbs {
        private static final String ALL = "every verb";
    }

    /** The exit code of the process. */
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
