package io.teal.rehearsal;

import io.teal.release.TealException;

/** The rehearsal cannot use an input. */
public final class BadInputException extends TealException {
    private static final long serialVersionUID = 1L;

    /** An input that is wrong as {@code message} says; {@code hint} says what to do. Both are one line. */
    public BadInputException(String message, String hint) {
        super(message, hint);
    }
}
