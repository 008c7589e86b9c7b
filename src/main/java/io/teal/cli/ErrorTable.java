package io.teal.cli;

import io.teal.operate.RefusedException;
import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.InvalidRunException;
import io.teal.release.BadReleaseException;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What an exception means to the person at the terminal.
 *
 * @param exit the exit code
 * @param message what was wrong, in one line
 * @param hint what to do, in one line
 */
record ErrorTable(ExitCode exit, String message, String hint) {

    static ErrorTable of(Throwable error) {
        if (error instanceof BadInputException bad) {
            return new ErrorTable(ExitCode.BAD_INPUT, bad.getMessage(), bad.hint());
        }
        if (error instanceof RefusedException refused) {
            return new ErrorTable(ExitCode.BAD_INPUT, refused.getMessage(), refused.hint());
        }
        if (error instanceof BadReleaseException bad) {
            return new ErrorTable(ExitCode.BAD_INPUT, bad.getMessage(), bad.hint());
        }
        if (error instanceof InvalidRunException invalid) {
            return new ErrorTable(ExitCode.INVALID_RUN, invalid.getMessage(), invalid.hint());
        }
        if (error.getCause() != null) {
            ErrorTable cause = of(error.getCause());
            if (cause.exit != ExitCode.BUG) {
                return cause;
            }
        }
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        return new ErrorTable(ExitCode.BUG, "this is a bug in Teal: " + error, "please report it with:\n" + trace);
    }

    int print(PrintWriter err) {
        err.println("teal: " + message);
        err.println("hint: " + hint);
        err.flush();
        return exit.code();
    }
}
