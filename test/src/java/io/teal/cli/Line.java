package io.teal.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** The command line, run in this process, and what it printed. */
final class Line {
    static final int COLUMNS = 80;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    int teal(String... arguments) {
        return run(Teal.commandLine(), arguments);
    }

    int run(CommandLine line, String... arguments) {
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    /** What was printed since it was last taken. */
    String taken() {
        String text = out.toString();
        out.getBuffer().setLength(0);
        return text;
    }

    String err() {
        return err.toString();
    }
}
