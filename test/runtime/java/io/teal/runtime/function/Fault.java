package io.teal.runtime.function;

/** What becomes of one call of the function, as Step Functions sees it. */
enum Fault {
    /** The process ends after its work; what it would have returned is lost. */
    CRASHED("Runtime.ExitError", true),
    /** As a crash, by another name. */
    OUT_OF_MEMORY("java.lang.OutOfMemoryError", true),
    /** The function has worked, and for too long. */
    TIMED_OUT("States.Timeout", true),
    /** The function has worked, and never returns. */
    HUNG("", true),
    /** The function was never called. */
    THROTTLED("Lambda.TooManyRequestsException", false);

    private final String error;
    private final boolean worked;

    Fault(String error, boolean worked) {
        this.error = error;
        this.worked = worked;
    }

    /** Step Functions' name of it. */
    String error() {
        return error;
    }

    /** Whether the function has done its work. */
    boolean worked() {
        return worked;
    }
}
