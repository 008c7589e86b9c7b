package io.teal.constructs.internal.lastlook;

import java.util.List;
import java.util.Map;

/** Values of a template that was read from JSON. */
@SuppressWarnings("unchecked")
public final class Json {
    private Json() {}

    /** {@code value} as an object; an empty one if it is none. */
    public static Map<String, Object> map(Object value) {
        return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    /** {@code value} as a list; an empty one if it is none. */
    public static List<Object> list(Object value) {
        return value instanceof List<?> list ? (List<Object>) list : List.of();
    }

    /** What stands below {@code value} at {@code path}, names of objects' members; null if nothing does. */
    public static Object at(Object value, String... path) {
        Object found = value;
        for (String name : path) {
            found = map(found).get(name);
        }
        return found;
    }
}
