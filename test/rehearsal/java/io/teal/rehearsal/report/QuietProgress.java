package io.teal.rehearsal.report;

import java.io.PrintWriter;
import java.io.Writer;

/** Progress that nobody is shown. */
public final class QuietProgress {
    private QuietProgress() {}

    /** A line that prints nothing. */
    public static ProgressLine line() {
        return new ProgressLine(new PrintWriter(Writer.nullWriter()), false);
    }
}
