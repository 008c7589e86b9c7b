package io.teal.rehearsal.aws.elb;

/** Another listener or rule has what is asked for. */
public final class InUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Because of {@code why}. */
    InUseException(String why) {
        super(why);
    }
}
