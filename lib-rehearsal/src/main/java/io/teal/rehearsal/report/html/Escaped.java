package io.teal.rehearsal.report.html;

/** Escapes text for HTML. */
final class Escaped {
    private static final char REPLACEMENT = '\uFFFD';

    private Escaped() {}

    /** {@code text}, fit for an element and for an attribute in double quotes. */
    static String of(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            append(escaped, text.charAt(i));
        }
        return escaped.toString();
    }

    private static void append(StringBuilder escaped, char one) {
        switch (one) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '"' -> escaped.append("&quot;");
            case '\'' -> escaped.append("&#39;");
            case '\n', '\t' -> escaped.append(one);
            default -> escaped.append(Character.isISOControl(one) ? REPLACEMENT : one);
        }
    }
}
