package io.teal.rehearsal.stack;

import io.teal.rehearsal.model.StackModel;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What an update does to one resource. */
public enum Change {
    /** It is new. */
    CREATE,
    /** It says something else than before. */
    UPDATE,
    /** It is gone from the template: removed last, after everything else has succeeded. */
    DELETE;

    /** What turns {@code before} into {@code after}, by logical id; what stays the same is left out. */
    public static Map<String, Change> between(StackModel before, StackModel after) {
        Set<String> ids = new TreeSet<>(before.template().resources().keySet());
        ids.addAll(after.template().resources().keySet());
        Map<String, Change> changes = new TreeMap<>();
        ids.forEach(id -> of(before.resource(id), after.resource(id)).ifPresent(change -> changes.put(id, change)));
        return changes;
    }

    private static Optional<Change> of(Optional<Object> before, Optional<Object> after) {
        if (Objects.equals(before, after)) {
            return Optional.empty();
        }
        if (before.isEmpty()) {
            return Optional.of(CREATE);
        }
        return Optional.of(after.isEmpty() ? DELETE : UPDATE);
    }
}
