package io.teal.runtime.execution;

/** Something that a run needs to begin cannot be read yet; the run tries again. */
final class NotReadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReadableException(String message) {
        super(message);
    }
}
