package io.teal.rehearsal.aws.autoscaling;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The tags of a host: its fleet's take precedence over its launch template's. */
final class HostTags {
    private final Map<String, String> values = new LinkedHashMap<>();

    private HostTags() {}

    static HostTags of(JsonNode fleetTags, JsonNode tagSpecifications) {
        HostTags tags = new HostTags();
        tags.add(fleetTags);
        tagSpecifications.forEach(specification -> tags.add(specification.path("Tags")));
        return tags;
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    Optional<String> valueOfKeyEnding(String ending) {
        return values.entrySet().stream()
                .filter(tag -> tag.getKey().toLowerCase(Locale.ROOT).endsWith(ending))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private void add(JsonNode tags) {
        tags.forEach(tag ->
                values.putIfAbsent(tag.path("Key").asText(), tag.path("Value").asText()));
    }
}
