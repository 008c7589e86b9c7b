package io.teal.rehearsal.aws.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.aws.autoscaling.FleetReader;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import io.teal.rehearsal.template.UnknownValue;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Refuses an update of which it is not known whether it replaces hosts. */
final class UndecidedChanges {
    private UndecidedChanges() {}

    static void refuse(Template before, Template after) {
        for (Resource fleet : after.ofType(ResourceReader.FLEET)) {
            Resource old = before.resources().get(fleet.id());
            if (old != null) {
                JsonNode one = FleetReader.compared(new Fields(before, old), before);
                JsonNode other = FleetReader.compared(new Fields(after, fleet), after);
                if (!differ(one, other)) {
                    doubt(one, other)
                            .ifPresent(unknown -> Fields.reading(after, fleet, () -> {
                                throw unknown.of("the comparison with the release before")
                                        .needed();
                            }));
                }
            }
        }
    }

    /** Whether they are different whatever is not known. */
    private static boolean differ(JsonNode one, JsonNode other) {
        if (one.equals(other) || isUnknown(one) || isUnknown(other)) {
            return false;
        }
        if (!one.isContainerNode() || one.getNodeType() != other.getNodeType() || one.size() != other.size()) {
            return true;
        }
        return keys(one, other).stream().anyMatch(key -> differ(at(one, key), at(other, key)));
    }

    /** What is not known where they are different. */
    private static Optional<UnknownValue> doubt(JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return Optional.empty();
        }
        if (isUnknown(one) || isUnknown(other)) {
            return Optional.of((UnknownValue) (isUnknown(one) ? one : other));
        }
        return keys(one, other).stream()
                .flatMap(key -> doubt(at(one, key), at(other, key)).stream())
                .findFirst();
    }

    private static boolean isUnknown(JsonNode value) {
        return value instanceof UnknownValue;
    }

    /** Names of fields, or indices. */
    private static Set<String> keys(JsonNode one, JsonNode other) {
        Set<String> keys = new TreeSet<>();
        for (JsonNode each : new JsonNode[] {one, other}) {
            each.fieldNames().forEachRemaining(keys::add);
            for (int i = 0; each.isArray() && i < each.size(); i++) {
                keys.add(Integer.toString(i));
            }
        }
        return keys;
    }

    private static JsonNode at(JsonNode node, String key) {
        return node.isArray() ? node.path(Integer.parseInt(key)) : node.path(key);
    }
}
