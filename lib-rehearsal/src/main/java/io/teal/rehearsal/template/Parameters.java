package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/**
 * Values of a template's parameters: given, or their defaults. One without either becomes a placeholder, so that a
 * template may take a VPC, which is not modelled.
 */
final class Parameters {
    private final JsonNode declared;
    private final Map<String, String> given;

    Parameters(JsonNode declared, Map<String, String> given) {
        this.declared = declared;
        this.given = given;
    }

    boolean has(String name) {
        return declared.has(name);
    }

    JsonNode value(String name) {
        JsonNode parameter = declared.path(name);
        String text = given.getOrDefault(name, parameter.path("Default").asText(null));
        if (text == null) {
            return TextNode.valueOf(Opaque.parameter(name));
        }
        String type = parameter.path("Type").asText();
        boolean list = type.startsWith("List<") || type.equals("CommaDelimitedList");
        return list ? split(text) : TextNode.valueOf(text);
    }

    private static ArrayNode split(String text) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String part : text.split(",")) {
            list.add(part.trim());
        }
        return list;
    }
}
