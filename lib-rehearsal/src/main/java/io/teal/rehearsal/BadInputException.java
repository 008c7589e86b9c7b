package io.teal.rehearsal;

import java.util.Objects;

/** Something the rehearsal was given and cannot use: what and why in one line, and what to do instead. */
public final class BadInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    /** An input that is wrong as {@code message} says; {@code hint} says what to do. Both are one line. */
    public BadInputException(String message, String hint) {
        super(Objects.requireNonNull(message, "message"));
        this.hint = Objects.requireNonNull(hint, "hint");
    }

    /** What to do about it, in one line. */
    public String hint() {
        return hint;
    }
}
