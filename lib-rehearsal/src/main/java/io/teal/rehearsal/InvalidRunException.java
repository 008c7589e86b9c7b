package io.teal.rehearsal;

import java.util.Objects;

/** A run that came to no result: it shows neither that requests are lost nor that they are not. */
public final class InvalidRunException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    /** A run that ended as {@code message} says; {@code hint} says what to do. Both are one line. */
    public InvalidRunException(String message, String hint) {
        super(Objects.requireNonNull(message, "message"));
        this.hint = Objects.requireNonNull(hint, "hint");
    }

    /** What to do about it, in one line. */
    public String hint() {
        return hint;
    }
}
