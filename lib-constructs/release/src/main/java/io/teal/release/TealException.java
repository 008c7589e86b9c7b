package io.teal.release;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What Teal refuses: the message says what was wrong, the hint what to do, each in one line. A stack trace shows both,
 * since {@link #toString()} does; {@link #getMessage()} is the message alone.
 */
public abstract class TealException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Line ends and invisible characters, such as byte order marks. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final String hint;

    /** Wrong as {@code message} says; {@code hint} says what to do. Both are made one line. */
    protected TealException(String message, String hint) {
        super(oneLine(Objects.requireNonNull(message, "message")));
        this.hint = oneLine(Objects.requireNonNull(hint, "hint"));
    }

    /** What to do about it, in one line. */
    public final String hint() {
        return hint;
    }

    @Override
    public String toString() {
        return super.toString() + "; " + hint;
    }

    private static String oneLine(String text) {
        return UNSEEN.matcher(text).replaceAll(unseen -> "\\\\u" + hex(unseen.group()));
    }

    private static String hex(String character) {
        return String.format("%04x", character.codePointAt(0));
    }
}
