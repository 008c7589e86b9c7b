package io.teal.cli;

import io.teal.operate.RefusedException;
import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.InvalidRunException;
import io.teal.release.BadReleaseException;
import io.teal.release.port.AwsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;

/**
 * What an exception means to the person at the terminal.
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
        ErrorTable known = null;
        if (error instanceof BadInputException bad) {
            known = new ErrorTable(ExitCode.BAD_INPUT, bad.getMessage(), bad.hint());
        } else if (error instanceof BadReleaseException bad) {
            known = new ErrorTable(ExitCode.BAD_INPUT, bad.getMessage(), bad.hint());
        } else if (error instanceof RefusedException refused) {
            known = new ErrorTable(ExitCode.BAD_INPUT, refused.getMessage(), refused.hint());
        } else if (error instanceof InvalidRunException invalid) {
            known = new ErrorTable(ExitCode.INVALID_RUN, invalid.getMessage(), invalid.hint());
        } else if (error instanceof AwsException aws) {
            String message = firstLine(aws.getMessage());
            known = new ErrorTable(ExitCode.UNREACHABLE, aws.code() + ": " + message, AwsHint.of(aws.code(), message));
        }
        return Optional.ofNullable(known);
    }

    /** The SDK lists every place it looked for credentials in, on one line of two thousand characters. */
    private static String firstLine(String text) {
        String line = String.valueOf(text).lines().findFirst().orElse("");
        return line.length() <= LONGEST ? line : line.substring(0, line.lastIndexOf(' ', LONGEST)) + " ...";
    }

    int print(PrintWriter err) {
        err.println("teal: " + message);
        err.println("hint: " + hint);
        err.flush();
        return exit.code();
    }
}
