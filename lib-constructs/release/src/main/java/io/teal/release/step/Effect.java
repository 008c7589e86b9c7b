package io.teal.release.step;

import io.teal.release.Color;
import io.teal.release.seen.Weights;

/** A call that changes something. Each may be repeated: done twice is done once. */
public sealed interface Effect {

    /**
     * Rewrites the two numbers in the production action, if they still are {@code from} when read just before.
     *
     * @param from what they must be
     * @param to what they become
     */
    record SetWeights(Weights from, Weights to) implements Effect {}

    /**
     * Sets a fleet's desired capacity.
     *
     * @param color whose
     * @param desired to what
     */
    record SetDesired(Color color, int desired) implements Effect {}

    /** Stops the executions of older runs of this service. */
    record StopOlder() implements Effect {}

    /**
     * Calls the user's hook for the colour that is to gain traffic.
     *
     * @param color that colour
     */
    record CallHook(Color color) implements Effect {}

    /**
     * Marks that the version a colour runs has been promoted, so that traffic returning to it is known as a rollback.
     *
     * @param color that colour
     */
    record Mark(Color color) implements Effect {}
}
