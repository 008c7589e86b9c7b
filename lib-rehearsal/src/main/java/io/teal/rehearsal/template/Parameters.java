package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.stream.Stream;

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
        return list
                ? IntrinsicFunctions.texts(
                        Stream.of(text.split(",")).map(String::trim).toList())
                : TextNode.valueOf(text);
    }
}
