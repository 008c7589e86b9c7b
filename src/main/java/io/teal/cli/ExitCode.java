package io.teal.cli;

import java.util.Arrays;

/** What {@code teal} ends with. */
public enum ExitCode {
    /** What was asked for is done. */
    DONE(0, "done"),
    /** Nothing was lost. */
    CLEAN(0, "nothing lost, nothing doubled"),
    /** Requests were lost or doubled. */
    LOST(1, "requests were lost or doubled"),
    /** A deploy would be refused, or traffic was not moved. */
    REFUSED(1, "refused: a deploy would be, or traffic was not moved"),
    /** The input cannot be used. */
    BAD_INPUT(2, "bad input; nothing was run"),
    /** The run came to no result. */
    INVALID_RUN(3, "the run shows nothing; run it again"),
    /** AWS did not answer, or not as expected. */
    UNREACHABLE(4, "AWS cannot be read; the line says whether anything was changed"),
    /** Traffic may not be where it should be, and a person has to look. */
    NEEDS_HUMAN(5, "traffic may not be where it should be: look"),
    /** Teal itself is wrong. */
    BUG(70, "a bug in Teal");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number the process ends with. */
    public int code() {
        return code;
    }

    /** One line for each of {@code codes}, as {@code --help} shows them. */
    static String[] help(ExitCode... codes) {
        return Arrays.stream(codes)
                .map(exit -> String.format("%4d  %s", exit.code, exit.meaning))
                .toArray(String[]::new);
    }
}
