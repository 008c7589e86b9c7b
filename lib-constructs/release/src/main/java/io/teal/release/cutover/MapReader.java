package io.teal.release.cutover;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads values of a property map by name, and names the bad one. */
record MapReader(Map<String, ?> map) {

    String text(String name) {
        return value(name, Object::toString);
    }

    /** The text, if it is not empty. */
    Optional<String> optional(String name) {
        return Optional.ofNullable(map.get(name)).map(Object::toString).filter(text -> !text.isEmpty());
    }

    int number(String name) {
        return value(name, value -> Integer.valueOf(value.toString()));
    }

    Duration seconds(String name) {
        return value(name, value -> Duration.ofSeconds(Long.parseLong(value.toString())));
    }

    /** The texts; none if the list is missing, as CloudFormation may leave out an empty one. */
    List<String> texts(String name) {
        if (!map.containsKey(name)) {
            return List.of();
        }
        return value(
                name, list -> ((List<?>) list).stream().map(Object::toString).toList());
    }

    MapReader inner(String name) {
        return value(name, MapReader::of);
    }

    @SuppressWarnings("unchecked")
    private static MapReader of(Object map) {
        return new MapReader((Map<String, ?>) map);
    }

    private <T> T value(String name, Function<Object, T> read) {
        Object value = map.get(name);
        if (value == null) {
            throw new IllegalArgumentException("property " + name + " is missing");
        }
        try {
            return read.apply(value);
        } catch (NumberFormatException | ClassCastException e) {
            throw new IllegalArgumentException("property " + name + " cannot be read, got '" + value + "'", e);
        }
    }
}
