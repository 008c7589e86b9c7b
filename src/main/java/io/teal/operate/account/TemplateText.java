package io.teal.operate.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.operate.RefusedException;
import io.teal.release.Contract;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A template.
 *
 * @param root all of it
 */
public record TemplateText(JsonNode root) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Parses a template; {@code name} is for messages.
     *
     * @throws RefusedException if it is not JSON
     */
    public static TemplateText parse(String text, String name) {
        try {
            return new TemplateText(JSON.readTree(text));
        } catch (JsonProcessingException malformed) {
            throw new RefusedException(
                    "the template of " + name + " is not JSON", "deploy it with the CDK, which writes JSON");
        }
    }

    /** The unresolved properties of each Shift, by logical id. */
    Map<String, JsonNode> shifts() {
        Map<String, JsonNode> shifts = new LinkedHashMap<>();
        root.path("Resources").properties().forEach(resource -> {
            if (resource.getValue().path("Type").asText().equals(Contract.SHIFT)) {
                shifts.put(resource.getKey(), resource.getValue().path("Properties"));
            }
        });
        return shifts;
    }

    /** The logical ids of the resources of {@code type}, in the order of the template. */
    public List<String> ids(String type) {
        return root.path("Resources").properties().stream()
                .filter(resource -> resource.getValue().path("Type").asText().equals(type))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The properties of the resource {@code id}; a missing node if there is none. */
    JsonNode properties(String id) {
        return resource(id).path("Properties");
    }

    /** All of the resource {@code id}; a missing node if there is none. */
    JsonNode resource(String id) {
        return root.path("Resources").path(id);
    }
}
