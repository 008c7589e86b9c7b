package io.teal.cli;

import java.util.ArrayList;
import java.util.List;

/** Text broken at blanks so that it fits 80 columns; later lines are indented by two more. */
final class Wrapped {
    private static final int COLUMNS = 80;

    private Wrapped() {}

    static List<String> lines(String text) {
        return text.length() <= COLUMNS ? List.of(text) : broken(text);
    }

    private static List<String> broken(String text) {
        String indent = " ".repeat(text.length() - text.stripLeading().length());
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        String gap = "";
        for (String word : text.strip().split(" ")) {
            if (!gap.isEmpty() && line.length() + 1 + word.length() > COLUMNS) {
                lines.add(line.toString());
                line = new StringBuilder(indent + "  ");
                gap = "";
            }
            line.append(gap).append(word);
            gap = " ";
        }
        lines.add(line.toString());
        return lines;
    }
}
