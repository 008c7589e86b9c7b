package io.teal.release.observation;

/** What the user's hook answered to the last call of this step. */
public enum Hook {
    /** It was not called, or its answer was lost: it is called again. */
    UNKNOWN,
    /** It is not done yet, and wants to be called again. */
    GOES_ON,
    PASSED,
    FAILED
}
