package io.teal.rehearsal.aws.autoscaling;

/** An instance refresh failed: hosts could not be replaced, an alarm went off, or it was cancelled. */
public final class RefreshFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefreshFailure(String reason) {
        super(reason);
    }
}
