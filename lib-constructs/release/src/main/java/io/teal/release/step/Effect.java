package io.teal.release.step;

import io.teal.release.Color;
import io.teal.release.seen.Weights;
import java.util.Optional;

/** A call that changes something. Each may be repeated: done twice is done once. */
public sealed interface Effect {

    /** Has {@code caller} carry it out; returns what that gives. */
    <T> T call(Caller<T> caller);

    /** The write of weights that it is, if it is one: those are noted before they are called. */
    default Optional<SetWeights> writes() {
        return Optional.empty();
    }

    /** Who carries effects out: one method for each, so that none can be forgotten. */
    interface Caller<T> {
        /** Carries out {@link SetWeights}. */
        T setWeights(SetWeights effect);

        /** Carries out {@link SetDesired}. */
        T setDesired(SetDesired effect);

        /** Carries out {@link StopOlderRuns}. */
        T stopOlderRuns(StopOlderRuns effect);

        /** Carries out {@link InvokeHook}. */
        T invokeHook(InvokeHook effect);

        /** Carries out {@link MarkPromoted}. */
        T markPromoted(MarkPromoted effect);
    }

    /**
     * Rewrites the two numbers in the production action, if they still are {@code from} when read just before.
     *
     * @param from what they must be
     * @param to what they become
     */
    record SetWeights(Weights from, Weights to) implements Effect {
        @Override
        public <T> T call(Caller<T> caller) {
            return caller.setWeights(this);
        }

        @Override
        public Optional<SetWeights> writes() {
            return Optional.of(this);
        }
    }

    /**
     * Sets a fleet's desired capacity.
     *
     * @param color whose
     * @param desired to what
     */
    record SetDesired(Color color, int desired) implements Effect {
        @Override
        public <T> T call(Caller<T> caller) {
            return caller.setDesired(this);
        }
    }

    /** Stops the executions of older runs of this service. */
    record StopOlderRuns() implements Effect {
        @Override
        public <T> T call(Caller<T> caller) {
            return caller.stopOlderRuns(this);
        }
    }

    /**
     * Calls the user's hook for the colour that is to gain traffic.
     *
     * @param color that colour
     */
    record InvokeHook(Color color) implements Effect {
        @Override
        public <T> T call(Caller<T> caller) {
            return caller.invokeHook(this);
        }
    }

    /**
     * Marks that the version a colour runs has been promoted, so that traffic returning to it is known as a rollback.
     *
     * @param color that colour
     */
    record MarkPromoted(Color color) implements Effect {
        @Override
        public <T> T call(Caller<T> caller) {
            return caller.markPromoted(this);
        }
    }
}
