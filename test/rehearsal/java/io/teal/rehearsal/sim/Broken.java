package io.teal.rehearsal.sim;

/** A law that the world saw broken; an error, so that no retry of the state machine swallows it. */
public final class Broken extends AssertionError {
    private static final long serialVersionUID = 1L;

    Broken(String law) {
        super(law);
    }
}
