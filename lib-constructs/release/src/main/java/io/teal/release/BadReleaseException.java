package io.teal.release;

import java.util.Objects;
import java.util.regex.Pattern;

/** Flags or a release file that do not make a release: what was wrong, in one line, and what to write instead. */
public final class BadReleaseException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Line ends, byte order marks, zero-width characters: what breaks a line or hides in one. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final String hint;

    /** An input that is wrong as {@code message} says; {@code hint} says what to do. Both are made one line. */
    public BadReleaseException(String message, String hint) {
        super(oneLine(Objects.requireNonNull(message, "message")));
        this.hint = oneLine(Objects.requireNonNull(hint, "hint"));
    }

    /** What to do about it, in one line. */
    public String hint() {
        return hint;
    }

    private static String oneLine(String text) {
        return UNSEEN.matcher(text).replaceAll(unseen -> "\\\\u" + hex(unseen.group()));
    }

    private static String hex(String character) {
        return String.format("%04x", character.codePointAt(0));
    }
}
