package io.teal.rehearsal.sim;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Which Teal a function is of. Each has this code, and knows names and values that the others do not. */
public enum Edition {
    /** The one before this: it has never heard of what this one has added. */
    BEFORE {
        @Override
        Map<String, Object> reads(Map<String, Object> map) {
            return without(map, ADDED);
        }

        @Override
        Map<String, Object> writes(Map<String, Object> payload) {
            return without(payload, ADDED);
        }

        @Override
        Map<String, Object> says(Map<String, Object> properties) {
            return without(properties, ADDED);
        }
    },
    /** This one. */
    THIS,
    /** One to come: its templates have a strategy that this one cannot read, and its runs a journal of another form. */
    NEXT {
        @Override
        Map<String, Object> reads(Map<String, Object> map) {
            return walk(map, (name, text) -> text.startsWith(NEW) ? text.substring(NEW.length()) : text);
        }

        @Override
        Map<String, Object> writes(Map<String, Object> payload) {
            Map<String, Object> written = new TreeMap<>(payload);
            written.replaceAll((name, value) -> OWN.contains(name) ? renewed(value) : value);
            return written;
        }

        @Override
        Map<String, Object> says(Map<String, Object> properties) {
            Map<String, Object> said = renewed(properties);
            said.put("NewName", "new");
            return said;
        }
    };

    /** Names of properties, and of what runs remember, that this Teal has and the one before has not. */
    private static final Set<String> ADDED = Set.of("Approval", "HookAfter", "hookStep", "plan");

    private static final String NEW = "new-";

    /** What a run remembers: all else in a payload is somebody else's. */
    private static final Set<String> OWN = Set.of("journal", "opened");

    /** Of these each value is a new one. */
    private static final Set<String> RENEWED = Set.of("schema", "kind", "outcome", "Strategy", "Evidence");

    /** What its code takes {@code map} for. */
    Map<String, Object> reads(Map<String, Object> map) {
        return map;
    }

    /** What its code leaves in a payload, event aside. */
    Map<String, Object> writes(Map<String, Object> payload) {
        return payload;
    }

    /** What its templates say to Preflight and Shift. */
    Map<String, Object> says(Map<String, Object> properties) {
        return properties;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> renewed(Object map) {
        return walk((Map<String, Object>) map, (name, text) -> RENEWED.contains(name) ? NEW + text : text);
    }

    private static Map<String, Object> without(Map<String, Object> map, Set<String> names) {
        Map<String, Object> rest = walk(map, (name, text) -> text);
        rest.keySet().removeAll(names);
        rest.replaceAll((name, value) -> value instanceof Map<?, ?> inner ? without(cast(inner), names) : value);
        return rest;
    }

    private static Map<String, Object> walk(Map<String, Object> map, BiFunction<String, String, String> change) {
        Map<String, Object> changed = new TreeMap<>(map);
        changed.replaceAll((name, value) -> walk(name, value, change));
        return changed;
    }

    private static Object walk(String name, Object value, BiFunction<String, String, String> change) {
        if (value instanceof Map<?, ?> inner) {
            return walk(cast(inner), change);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(one -> walk(name, one, change)).toList();
        }
        return value instanceof String text ? change.apply(name, text) : value;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
