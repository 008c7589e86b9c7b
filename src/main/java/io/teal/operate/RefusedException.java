package io.teal.operate;

import io.teal.release.TealException;

/** Teal refused a request and changed nothing; says why, and what to do instead. */
public final class RefusedException extends TealException {
    private static final long serialVersionUID = 1L;

    /** {@code message} says why, {@code hint} what to do; one line each. */
    public RefusedException(String message, String hint) {
        super(message, hint);
    }
}
