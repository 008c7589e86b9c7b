package io.teal.release.observation;

/** Which way a stack is going, from its status. */
public enum Direction {
    /** Being created or updated. */
    FORWARD,
    /** Going back: an update failed or was cancelled. */
    BACKWARD,
    /** Being deleted. */
    DELETE,
    /** Deleting what the finished update no longer needs. */
    CLEANUP,
    /** No operation is in progress. */
    IDLE;

    /** Whether it is {@link #FORWARD}. */
    public boolean isForward() {
        return this == FORWARD;
    }

    /** The direction of a stack in {@code status}, a {@code StackStatus} of CloudFormation. */
    public static Direction of(String status) {
        if (status.startsWith("DELETE_")) {
            return DELETE;
        }
        if (status.endsWith("_CLEANUP_IN_PROGRESS")) {
            return CLEANUP;
        }
        if (!status.endsWith("_IN_PROGRESS")) {
            return IDLE;
        }
        return status.contains("ROLLBACK") ? BACKWARD : FORWARD;
    }
}
