package io.teal.runtime.function;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** As much of JSON Schema as the schemas of this repository use; a word that it does not know is an error. */
public record JsonSchema(Map<String, Object> map) {
    private static final List<String> KNOWN = List.of(
            "$schema",
            "title",
            "description",
            "type",
            "enum",
            "const",
            "properties",
            "required",
            "additionalProperties",
            "items");

    /** Checks that every word is known. */
    public JsonSchema {
        for (String word : map.keySet()) {
            if (!KNOWN.contains(word)) {
                throw new IllegalArgumentException("unknown word " + word);
            }
        }
    }

    /** The schema in {@code file}. */
    public static JsonSchema read(Path file) {
        try {
            return new JsonSchema(JSON.std.mapFrom(Files.readString(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What is wrong with {@code value}. */
    public List<String> complaints(Object value) {
        List<String> complaints = new ArrayList<>();
        check("", value, complaints);
        return complaints;
    }

    private void check(String path, Object value, List<String> complaints) {
        if (map.containsKey("type") && !fits(map.get("type").toString(), value)) {
            complaints.add(path + " is no " + map.get("type") + ": " + value);
            return;
        }
        if (map.get("enum") instanceof List<?> all && !all.contains(value)) {
            complaints.add(path + " is none of " + all + ": " + value);
        }
        if (map.containsKey("const") && !map.get("const").equals(value)) {
            complaints.add(path + " is not " + map.get("const") + ": " + value);
        }
        if (value instanceof Map<?, ?> object) {
            members(path, object, complaints);
        }
        if (value instanceof List<?> list && map.containsKey("items")) {
            list.forEach(one -> inner(map.get("items")).check(path + "[]", one, complaints));
        }
    }

    private void members(String path, Map<?, ?> object, List<String> complaints) {
        Map<?, ?> properties = (Map<?, ?>) map.getOrDefault("properties", Map.of());
        ((List<?>) map.getOrDefault("required", List.of())).forEach(name -> {
            if (!object.containsKey(name)) {
                complaints.add(path + "/" + name + " is missing");
            }
        });
        object.forEach((name, value) -> {
            if (properties.get(name) instanceof Map<?, ?>) {
                inner(properties.get(name)).check(path + "/" + name, value, complaints);
            } else if (Boolean.FALSE.equals(map.get("additionalProperties"))) {
                complaints.add(path + "/" + name + " is unknown");
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static JsonSchema inner(Object schema) {
        return new JsonSchema((Map<String, Object>) schema);
    }

    private static boolean fits(String type, Object value) {
        return switch (type) {
            case "object" -> value instanceof Map;
            case "array" -> value instanceof List;
            case "string" -> value instanceof String;
            case "integer" -> value instanceof Integer || value instanceof Long;
            default -> throw new IllegalArgumentException("unknown type " + type);
        };
    }
}
