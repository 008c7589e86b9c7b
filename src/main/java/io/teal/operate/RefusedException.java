package io.teal.operate;

import io.teal.release.TealException;

/** Something that was asked and is not done: why in one line, and what to do instead. Nothing was changed. */
public final class RefusedException extends TealException {
    private static final long serialVersionUID = 1L;

    /** Refused as {@code message} says; {@code hint} says what to do. Both are one line. */
    public RefusedException(String message, String hint) {
        super(message, hint);
    }
}
