package io.teal.release.observation;

/** What the user's hook answered to the last call of this run. */
public enum Hook {
    /** It was not called, or its answer was lost: it is called again. */
    UNKNOWN,
    PASSED,
    FAILED
}
