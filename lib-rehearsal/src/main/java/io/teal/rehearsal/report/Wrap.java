package io.teal.rehearsal.report;

import java.io.PrintWriter;

/** Breaks text at blanks so that it fits 80 columns; later lines are indented by two more. */
final class Wrap {
    private static final int COLUMNS = 80;
    private static final String INDENT = "  ";

    private Wrap() {}

    static void print(PrintWriter out, String text) {
        StringBuilder line = new StringBuilder(
                text.substring(0, text.length() - text.stripLeading().length()));
        String indent = line + INDENT;
        boolean first = true;
        for (String word : text.stripLeading().split(" ")) {
            if (!first && line.length() + 1 + word.length() > COLUMNS) {
                out.println(line);
                line = new StringBuilder(indent).append(word);
            } else {
                line.append(first ? "" : " ").append(word);
            }
            first = false;
        }
        out.println(line);
    }
}
