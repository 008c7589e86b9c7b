package io.teal.operate;

import java.util.Objects;

/** Something that was asked and is not done: why in one line, and what to do instead. Nothing was changed. */
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String hint;

    /** Refused as {@code message} says; {@code hint} says what to do. Both are one line. */
    public RefusedException(String message, String hint) {
        super(Objects.requireNonNull(message, "message"));
        this.hint = Objects.requireNonNull(hint, "hint");
    }

    /** Refused in a library's words, which say the reason and, after a semicolon, the remedy. */
    public static RefusedException of(RuntimeException refused, String otherwise) {
        String[] parts = String.valueOf(refused.getMessage()).split("; ", 2);
        return new RefusedException(parts[0], parts.length > 1 ? parts[1] : otherwise);
    }

    /** What to do about it, in one line. */
    public String hint() {
        return hint;
    }
}
