package io.teal.runtime.execution;

/** What must be known before a run can begin is not known yet; it is looked for again. */
final class NotReadableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotReadableException(String message) {
        super(message);
    }
}
