package io.teal.release;

/**
 * A value that an app gives to a release, a strategy or a construct and that is not allowed there. It is no
 * {@link IllegalArgumentException}: that is what a bug throws, and a bug keeps its stack trace.
 */
public final class InvalidValueException extends TealException {
    private static final long serialVersionUID = 1L;

    private final boolean usual;

    /** A value that is wrong as {@code message} says, with no more to do than to correct it. */
    public InvalidValueException(String message) {
        super(message, "mend it where the value is given");
        this.usual = true;
    }

    /** A value that is wrong as {@code message} says; {@code hint} says what to give instead. */
    public InvalidValueException(String message, String hint) {
        super(message, hint);
        this.usual = false;
    }

    /** Refuses with {@code message} unless it {@code holds}. */
    public static void require(boolean holds, String message) {
        if (!holds) {
            throw new InvalidValueException(message);
        }
    }

    /** Refuses with {@code message} and {@code hint} unless it {@code holds}. */
    public static void require(boolean holds, String message, String hint) {
        if (!holds) {
            throw new InvalidValueException(message, hint);
        }
    }

    /** The hint; {@code otherwise} if there is no more to do than to correct the value. */
    public String hintOr(String otherwise) {
        return usual ? otherwise : hint();
    }
}
