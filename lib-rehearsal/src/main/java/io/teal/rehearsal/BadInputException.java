package io.teal.rehearsal;

import io.teal.release.TealException;

/** Something the rehearsal was given and cannot use: what and why in one line, and what to do instead. */
public final class BadInputException extends TealException {
    private static final long serialVersionUID = 1L;

    /** An input that is wrong as {@code message} says; {@code hint} says what to do. Both are one line. */
    public BadInputException(String message, String hint) {
        super(message, hint);
    }
}
