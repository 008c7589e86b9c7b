package io.teal.release.port;

/** A call that failed. After a read, the value is unknown; after a write, its effect is. */
public final class AwsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    /** A call that failed with AWS's error {@code code}; {@code message} names the call. */
    public AwsException(String code, String message, Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** AWS's error code: {@code ThrottlingException}, {@code AccessDenied}. */
    public String code() {
        return code;
    }

    /** What failed, and what to do about it, one line. */
    public String line() {
        return getMessage() + "; " + obstacle().remedy();
    }

    /** What that code says about the next try. */
    public Obstacle obstacle() {
        return Obstacle.of(code);
    }
}
