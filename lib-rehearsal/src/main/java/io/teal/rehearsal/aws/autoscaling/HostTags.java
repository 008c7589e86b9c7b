package io.teal.rehearsal.aws.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.teal.rehearsal.template.UnknownValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The tags of a group's hosts by key; the first of a key counts. */
final class HostTags {
    private final Map<String, JsonNode> values = new LinkedHashMap<>();

    /** The tags in {@code lists}, the list that takes precedence first. */
    HostTags(List<JsonNode> lists) {
        lists.forEach(list -> {
            if (!(list instanceof MissingNode)) {
                list.forEach(tag -> values.putIfAbsent(tag.path("Key").asText(), tag.path("Value")));
            }
        });
    }

    /** The value of the tag {@code key}. */
    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).map(JsonNode::asText);
    }

    /** The value of a tag whose key ends in one of {@code endings}, if it is known. */
    Optional<String> similar(String... endings) {
        return Stream.of(endings)
                .flatMap(ending -> values.keySet().stream()
                        .filter(key -> key.toLowerCase(Locale.ROOT).endsWith(ending)))
                .map(values::get)
                .filter(value -> !(value instanceof UnknownValue))
                .map(JsonNode::asText)
                .findFirst();
    }
}
