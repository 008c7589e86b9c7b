package io.teal.release;

/** A move that the release does not allow: why, and what to do first. */
public final class IllegalTransitionException extends TealException {
    private static final long serialVersionUID = 1L;

    private final transient Release release;
    private final String move;

    IllegalTransitionException(Release release, String move, String reason, String hint) {
        super("cannot " + move + ": " + reason, hint);
        this.release = release;
        this.move = move;
    }

    /** The release that refused. */
    public Release release() {
        return release;
    }

    /** The move it refused, in words: {@code promote}, {@code start 2.0.0}. */
    public String move() {
        return move;
    }
}
