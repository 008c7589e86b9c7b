package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values that a stack knows once its resources exist; they resolve references of its template.
 *
 * @param attributes values of {@code Fn::GetAtt}, by {@code id.attribute}
 * @param launchTemplates the data of each version of each launch template, the first version first
 */
public record KnownValues(Map<String, String> attributes, Map<String, List<JsonNode>> launchTemplates) {
    /** Nothing. */
    public static final KnownValues NOTHING = new KnownValues(Map.of(), Map.of());

    /** Copies both. */
    public KnownValues {
        attributes = Map.copyOf(attributes);
        launchTemplates = Map.copyOf(launchTemplates);
    }

    /** The data of version {@code version} of launch template {@code id}, if there is such a version. */
    public Optional<JsonNode> launchTemplate(String id, String version) {
        List<JsonNode> versions = launchTemplates.getOrDefault(id, List.of());
        return version.matches("0*[1-9]\\d{0,5}") && Integer.parseInt(version) <= versions.size()
                ? Optional.of(versions.get(Integer.parseInt(version) - 1))
                : Optional.empty();
    }
}
