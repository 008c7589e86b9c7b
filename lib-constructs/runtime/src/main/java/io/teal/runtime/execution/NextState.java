package io.teal.runtime.execution;

import java.util.Locale;

/** What the state machine does when the function has returned. */
enum NextState {
    /** Ticks at once. */
    AGAIN,
    /** Waits, then ticks. */
    WAIT,
    /** Calls a function of the user's, then ticks. */
    CALL,
    /** Answers CloudFormation. */
    ANSWER,
    /** Ends. */
    DONE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
