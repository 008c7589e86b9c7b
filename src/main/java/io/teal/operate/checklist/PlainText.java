package io.teal.operate.checklist;

import java.util.Set;

/** Makes text of others fit for a terminal: it cannot move the cursor, change colours or turn the direction round. */
final class PlainText {
    private static final String CUT = "...";

    private static final Set<Integer> UNSEEN = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.PRIVATE_USE,
            (int) Character.UNASSIGNED,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR);

    /** First and last code points of the scripts whose letters take two columns. */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x10000, 0x10FFFF}
    };

    private PlainText() {}

    /** {@code text} on one line: tabs and line ends are blanks, and what is not seen is a question mark. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.strip().codePoints().forEach(one -> clean.appendCodePoint(seen(one)));
        return clean.toString();
    }

    private static int seen(int one) {
        if (one == '\t' || one == '\n' || one == '\r') {
            return ' ';
        }
        return UNSEEN.contains(Character.getType(one)) ? '?' : one;
    }

    /** {@code text}, in {@code columns} at most. */
    static String cut(String text, int columns) {
        int width = 0;
        int end = 0;
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            width += width(text.codePointAt(at));
            if (width > columns) {
                return text.substring(0, end) + CUT;
            }
            end = width + CUT.length() <= columns ? at + Character.charCount(text.codePointAt(at)) : end;
        }
        return text;
    }

    private static int width(int one) {
        for (int[] range : WIDE) {
            if (one >= range[0] && one <= range[1]) {
                return 2;
            }
        }
        return 1;
    }
}
