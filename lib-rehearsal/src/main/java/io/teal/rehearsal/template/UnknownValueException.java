package io.teal.rehearsal.template;

import io.teal.release.TealException;

/** Something that is rehearsed depends on a value that only AWS, or whoever deploys, knows. */
public final class UnknownValueException extends TealException {
    private static final long serialVersionUID = 1L;

    /** A value that is needed as {@code message} says; {@code hint} says how to give it. Both are one line. */
    UnknownValueException(String message, String hint) {
        super(message, hint);
    }
}
