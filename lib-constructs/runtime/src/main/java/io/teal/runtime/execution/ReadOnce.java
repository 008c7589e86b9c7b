package io.teal.runtime.execution;

import java.util.Optional;
import java.util.function.Function;

/** A part of a payload or of an event, read from what its map has when it is first asked for: the map never changes. */
final class ReadOnce<S, T> {
    private final Optional<S> source;
    private final Function<S, T> read;
    private Optional<T> value = Optional.empty();

    /** What {@code read} makes of {@code source}, if there is one. */
    ReadOnce(Optional<S> source, Function<S, T> read) {
        this.source = source;
        this.read = read;
    }

    Optional<T> get() {
        if (value.isEmpty()) {
            value = source.map(read);
        }
        return value;
    }

    /** The same of {@code other}: this one, if it is the same object. */
    ReadOnce<S, T> of(Optional<S> other) {
        return source.orElse(null) == other.orElse(null) ? this : new ReadOnce<>(other, read);
    }

    /** The same of {@code other}, which was written from {@code known} and need not be read. */
    ReadOnce<S, T> of(S other, T known) {
        ReadOnce<S, T> written = new ReadOnce<>(Optional.of(other), read);
        written.value = Optional.of(known);
        return written;
    }
}
