package io.teal.release.journal;

import io.teal.release.observation.Weights;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** A journal as a flat map of strings, the payload of a state machine: {@code read(write(journal))} is the journal. */
public final class JournalText {
    private static final String SCHEMA = "1";

    private JournalText() {}

    /** Writes {@code journal} as a map. Empty values are left out. */
    public static Map<String, String> write(Journal journal) {
        Map<String, String> map = new TreeMap<>();
        map.put("schema", SCHEMA);
        map.put("goingBack", Boolean.toString(journal.goingBack()));
        map.put("step", Integer.toString(journal.step()));
        map.put("since", journal.since().toString());
        map.put("floor", Integer.toString(journal.floor()));
        journal.at().ifPresent(weights -> map.put("at", weights.toString()));
        journal.intent().ifPresent(weights -> map.put("intent", weights.toString()));
        journal.stray().ifPresent(weights -> map.put("stray", weights.toString()));
        write(journal.installing(), map);
        journal.outcome().ifPresent(outcome -> map.put("outcome", outcome.name()));
        map.put("why", journal.why());
        return Collections.unmodifiableMap(map);
    }

    private static void write(Installing installing, Map<String, String> map) {
        if (!installing.equals(Installing.NOTHING)) {
            map.put("begun", Boolean.toString(installing.begun()));
            map.put("marked", Boolean.toString(installing.marked()));
            installing.deployment().ifPresent(id -> map.put("deployment", id));
            installing.refused().ifPresent(since -> map.put("refused", since.toString()));
            map.put("refusal", installing.refusal());
        }
    }

    /**
     * Reads a journal from {@code map}. Unknown names are ignored.
     *
     * @throws IllegalArgumentException if a value is missing or malformed, or the schema differs
     */
    public static Journal read(Map<String, ?> map) {
        if (!SCHEMA.equals(map.get("schema"))) {
            throw new IllegalArgumentException("a journal of schema " + SCHEMA + " is needed, got " + map.get("schema")
                    + ": let the stack finish with the version of Teal that began the run");
        }
        return new Journal(
                needed(map, "goingBack", JournalText::bool),
                needed(map, "step", Integer::valueOf),
                needed(map, "since", Instant::parse),
                weights(map, "at"),
                weights(map, "intent"),
                weights(map, "stray"),
                needed(map, "floor", Integer::valueOf),
                map.containsKey("marked") ? installing(map) : Installing.NOTHING,
                text(map, "outcome").map(Outcome::valueOf),
                needed(map, "why", Function.identity()));
    }

    private static Installing installing(Map<String, ?> map) {
        return new Installing(
                needed(map, "begun", JournalText::bool),
                needed(map, "marked", JournalText::bool),
                text(map, "deployment"),
                text(map, "refused").map(Instant::parse),
                text(map, "refusal").orElse(""));
    }

    private static Optional<Weights> weights(Map<String, ?> map, String name) {
        return text(map, name).map(Weights::parse);
    }

    private static Optional<String> text(Map<String, ?> map, String name) {
        return Optional.ofNullable(map.get(name)).map(Object::toString);
    }

    private static boolean bool(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("true or false is needed");
        }
        return Boolean.parseBoolean(text);
    }

    private static <T> T needed(Map<String, ?> map, String name, Function<String, T> read) {
        try {
            return read.apply(text(map, name).orElseThrow(() -> new IllegalArgumentException("it is missing")));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "the journal's " + name + " cannot be read, got '" + map.get(name) + "': " + e.getMessage(), e);
        }
    }
}
