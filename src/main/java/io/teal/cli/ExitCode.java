package io.teal.cli;

import io.teal.release.Contract;
import java.util.Arrays;
import java.util.Set;

/**
 * The exit codes of {@code teal}, with their meanings and the verbs that may end with them; no verb means every verb.
 */
enum ExitCode {
    DONE(Contract.EXIT_DONE, "done", "init", "next", "clean", "history", "completion", "release", "retire"),
    WELL(Contract.EXIT_DONE, "a release finds what it needs", "doctor"),
    SETTLED(Contract.EXIT_DONE, "settled: live matches the template, nothing in progress", "status"),
    ACCEPTED(Contract.EXIT_DONE, "the deploy would be accepted", "plan"),
    TOLD(Contract.EXIT_DONE, "the release was told", "promote", "abort"),
    BACK(Contract.EXIT_DONE, "traffic is back, or CloudFormation brings it back", "rollback"),
    CLEAN(Contract.EXIT_DONE, "nothing lost, nothing doubled", "rehearse"),
    HELD(Contract.EXIT_DONE, "with --fault or --all: ended as expected", "rehearse"),
    NOT_SETTLED(Contract.EXIT_NOT_DONE, "not settled", "status"),
    UNWELL(Contract.EXIT_NOT_DONE, "a check is bad", "doctor"),
    REFUSED(Contract.EXIT_NOT_DONE, "the deploy would be refused", "plan"),
    WENT_BACK(Contract.EXIT_NOT_DONE, "a deploy has failed or gone back", "release", "retire"),
    UNTOLD(Contract.EXIT_NOT_DONE, "the release was not told", "promote", "abort"),
    UNCHANGED(Contract.EXIT_NOT_DONE, "nothing was changed", "rollback"),
    LEFT(Contract.EXIT_NOT_DONE, "something is left behind, and was listed only", "clean"),
    LOST(Contract.EXIT_NOT_DONE, "requests were lost or doubled", "rehearse"),
    BROKEN(Contract.EXIT_NOT_DONE, "with --fault or --all: did not", "rehearse"),
    BAD_INPUT(Contract.EXIT_BAD_INPUT, "invalid arguments or target; nothing was run"),
    INVALID_RUN(Contract.EXIT_INVALID_RUN, "run invalid: this machine could not measure", "rehearse"),
    UNREACHABLE(
            Contract.EXIT_UNREACHABLE,
            "a call to AWS failed; the line names it",
            "next",
            "plan",
            "status",
            "promote",
            "abort",
            "release",
            "retire",
            "rollback",
            "clean",
            "doctor",
            "history"),
    NEEDS_HUMAN(Contract.EXIT_NEEDS_HUMAN, "traffic may be on the wrong fleet: check", "rollback", "release"),
    NOT_RELEASED(Contract.EXIT_NOT_RELEASED, "a version was taken back, or never served", "rehearse"),
    BUG(Contract.EXIT_BUG, "a bug in Teal");

    private final int code;
    private final String meaning;
    private final Set<String> verbs;

    ExitCode(int code, String meaning, String... verbs) {
        this.code = code;
        this.meaning = meaning;
        this.verbs = Set.of(verbs);
    }

    /** The exit code of the process. */
    int code() {
        return code;
    }

    /** One line for each code that {@code verb} may end with, as {@code --help} shows them. */
    static String[] help(String verb) {
        return Arrays.stream(values())
                .filter(exit -> exit.verbs.isEmpty() || exit.verbs.contains(verb))
                .map(exit -> String.format("%4d  %s", exit.code, exit.meaning))
                .toArray(String[]::new);
    }
}
