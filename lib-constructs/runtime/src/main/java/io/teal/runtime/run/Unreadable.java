package io.teal.runtime.run;

/** What must be known before a run can begin is not known yet; it is looked for again. */
final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
        super(message);
    }
}
