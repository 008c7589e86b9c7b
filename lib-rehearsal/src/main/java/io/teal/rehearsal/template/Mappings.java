package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The Mappings section. A key that is not known finds what all its entries agree on, or what is not known either. */
final class Mappings {
    private final JsonNode declared;
    private final Resolver resolver;
    private final String template;

    Mappings(JsonNode declared, Resolver resolver, String template) {
        this.declared = declared;
        this.resolver = resolver;
        this.template = template;
    }

    /** What {@code Fn::FindInMap} gives for {@code arguments}: a map, two keys, and maybe a default. */
    JsonNode find(JsonNode arguments) {
        List<JsonNode> found = List.of(declared);
        Optional<UnknownValue> unknown = Optional.empty();
        for (int i = 0; i < 3; i++) {
            JsonNode key = resolver.resolve(arguments.path(i));
            if (key instanceof UnknownValue value) {
                unknown = unknown.or(() -> Optional.of(value));
            }
            found = entries(found, key);
        }
        List<JsonNode> values = found.stream().distinct().toList();
        if (values.isEmpty()) {
            return otherwise(arguments);
        }
        return values.size() == 1
                ? resolver.resolve(values.get(0))
                : unknown.orElseThrow()
                        .of("Fn::FindInMap " + arguments.path(0).asText())
                        .within("one of " + values);
    }

    private JsonNode otherwise(JsonNode arguments) {
        JsonNode otherwise = arguments.path(3).path("DefaultValue");
        if (otherwise.isMissingNode()) {
            throw new BadInputException(
                    "Fn::FindInMap " + arguments + " finds nothing in template " + template,
                    "add the entry to Mappings");
        }
        return resolver.resolve(otherwise);
    }

    private static List<JsonNode> entries(List<JsonNode> maps, JsonNode key) {
        List<JsonNode> entries = new ArrayList<>();
        for (JsonNode map : maps) {
            if (key instanceof UnknownValue) {
                map.forEach(entries::add);
            } else if (map.has(key.asText())) {
                entries.add(map.get(key.asText()));
            }
        }
        return entries;
    }
}
