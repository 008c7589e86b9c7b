package io.teal.rehearsal;

import io.teal.release.TealException;

/** A run without a valid result. */
public final class InvalidRunException extends TealException {
    private static final long serialVersionUID = 1L;

    /** A run that ended as {@code message} says; {@code hint} says what to do. Both are one line. */
    public InvalidRunException(String message, String hint) {
        super(message, hint);
    }
}
