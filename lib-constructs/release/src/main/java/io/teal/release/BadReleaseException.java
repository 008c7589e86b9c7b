package io.teal.release;

import java.util.Objects;

/** Flags or a release file that do not make a release: what was wrong, in one line, and what to write instead. */
public final class BadReleaseException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    /** An input that is wrong as {@code message} says; {@code hint} says what to do. Both are one line. */
    public BadReleaseException(String message, String hint) {
        super(Objects.requireNonNull(message, "message"));
        this.hint = Objects.requireNonNull(hint, "hint");
    }

    /** What to do about it, in one line. */
    public String hint() {
        return hint;
    }
}
