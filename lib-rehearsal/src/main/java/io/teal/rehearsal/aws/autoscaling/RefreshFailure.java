package io.teal.rehearsal.aws.autoscaling;

/** The hosts of a fleet could not be replaced, or an alarm went off meanwhile. */
public final class RefreshFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefreshFailure(String reason) {
        super(reason);
    }
}
