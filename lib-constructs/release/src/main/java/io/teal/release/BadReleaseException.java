package io.teal.release;

/** Flags or a release file that do not make a release: what was wrong, in one line, and what to write instead. */
public final class BadReleaseException extends TealException {
    private static final long serialVersionUID = 1L;

    /** An input that is wrong as {@code message} says; {@code hint} says what to do. Both are made one line. */
    public BadReleaseException(String message, String hint) {
        super(message, hint);
    }
}
