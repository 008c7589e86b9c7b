package io.teal.runtime.execution;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A part of a payload, read from its map when it is first asked for: the map never changes. */
final class ReadOnce<T> {
    private final Optional<Map<String, Object>> map;
    private final Function<Map<String, Object>, T> read;
    private Optional<T> value = Optional.empty();

    /** What {@code read} makes of {@code map}, if there is one. */
    ReadOnce(Optional<Map<String, Object>> map, Function<Map<String, Object>, T> read) {
        this.map = map;
        this.read = read;
    }

    Optional<T> get() {
        if (value.isEmpty()) {
            value = map.map(read);
        }
        return value;
    }

    /** The same of {@code other}: this one, if it is the same map. */
    ReadOnce<T> of(Optional<Map<String, Object>> other) {
        return map.orElse(null) == other.orElse(null) ? this : new ReadOnce<>(other, read);
    }
}
