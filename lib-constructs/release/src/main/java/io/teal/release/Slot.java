package io.teal.release;

import java.util.Objects;
import java.util.Optional;

/**
 * What a release says of one colour: it runs a version, it runs nothing, or nothing is said.
 *
 * <p>Both {@code UNSAID} and {@code EMPTY} give a template without a fleet, but the first is a forgotten flag and the
 * second retires a fleet.
 */
public sealed interface Slot {

    /** The colour runs nothing: it has no fleet. */
    Slot EMPTY = new Empty();

    /** Nothing is said of the colour; a deploy that meets a fleet there refuses to guess. */
    Slot UNSAID = new Unsaid();

    /** The colour runs {@code version}. */
    static Slot runs(Version version) {
        return new Filled(version);
    }

    /** The version, if the colour runs one. A colour has a fleet in the template if and only if this is present. */
    default Optional<Version> version() {
        return Optional.empty();
    }

    /** The colour runs a version. */
    record Filled(Version value) implements Slot {
        public Filled {
            Objects.requireNonNull(value, "version");
        }

        @Override
        public Optional<Version> version() {
            return Optional.of(value);
        }
    }

    /** The colour runs nothing, and that was said. */
    record Empty() implements Slot {}

    /** Nothing was said. */
    record Unsaid() implements Slot {}
}
