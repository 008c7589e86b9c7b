package io.teal.cli;

import java.util.Arrays;

/** What {@code teal} ends with. */
public enum ExitCode {
    /** Nothing was lost. */
    CLEAN(0, "nothing lost, nothing doubled"),
    /** Requests were lost or doubled. */
    LOST(1, "requests were lost or doubled"),
    /** The input cannot be used. */
    BAD_INPUT(2, "bad input; nothing was run"),
    /** The run came to no result. */
    INVALID_RUN(3, "the run shows nothing; run it again"),
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

    /** One line for each code, as {@code --help} shows them. */
    static String[] help() {
        return Arrays.stream(values())
                .map(exit -> String.format("%4d  %s", exit.code, exit.meaning))
                .toArray(String[]::new);
    }
}
