package io.teal.cli;

import io.teal.rehearsal.InvalidRunException;
import io.teal.release.TealException;
import io.teal.release.port.AwsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/**
 * The exit code and messages for an exception.
 *
 * @param exit the exit code
 * @param message what was wrong, in one line
 * @param hint what to do, in one line
 */
record ErrorTable(ExitCode exit, String message, String hint) {
    private static final int LONGEST = 160;

    static ErrorTable of(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            Optional<ErrorTable> known = known(cause);
            if (known.isPresent()) {
                return known.get();
            }
        }
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        return new ErrorTable(ExitCode.BUG, "this is a bug in Teal: " + error, "please report it with:\n" + trace);
    }

    private static Optional<ErrorTable> known(Throwable error) {
        if (error instanceof TealException known) {
            ExitCode exit = known instanceof InvalidRunException ? ExitCode.INVALID_RUN : ExitCode.BAD_INPUT;
            return Optional.of(new ErrorTable(exit, known.getMessage(), known.hint()));
        }
        if (error instanceof AwsException aws) {
            String message = firstLine(aws.getMessage());
            String hint = AwsHint.of(aws.code(), message);
            return Optional.of(new ErrorTable(ExitCode.UNREACHABLE, aws.code() + ": " + message, hint));
        }
        return Optional.empty();
    }

    /** Shortens the line: the SDK lists every credentials provider it tried. */
    private static String firstLine(String text) {
        String line = String.valueOf(text).lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, line.lastIndexOf(' ', LONGEST)) + " ...";
    }

    int print(PrintWriter err) {
        err.println("teal: " + message);
        err.println("hint: " + hint);
        return exit.code();
    }
}
