package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.teal.rehearsal.BadInputException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Expands {@code Fn::ForEach} as the transform {@code AWS::LanguageExtensions} does, before anything else is read; then
 * names that were made of a loop's value ({@code Ref: !Sub Subnet${Zone}}) are texts.
 */
final class LanguageExtensions {
    private static final String FOR_EACH = "Fn::ForEach::";
    private static final String SUB = "Fn::Sub";
    private static final int MOST = 10_000;

    private final Parameters parameters;
    private final String template;
    private int made;

    LanguageExtensions(Parameters parameters, String template) {
        this.parameters = parameters;
        this.template = template;
    }

    /** {@code root} without loops. */
    JsonNode expand(JsonNode root) {
        return expand(root, Map.of());
    }

    /** {@code node} with each name of {@code names} replaced by its value. */
    private JsonNode expand(JsonNode node, Map<String, String> names) {
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> list.add(expand(each, names)));
            return list;
        }
        if (!node.isObject()) {
            return node.isTextual() ? TextNode.valueOf(filled(node.asText(), names)) : node;
        }
        String referred = node.path("Ref").asText();
        if (node.size() == 1 && names.containsKey(referred)) {
            return TextNode.valueOf(names.get(referred));
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> {
            if (field.getKey().startsWith(FOR_EACH)) {
                loop(field.getValue(), names, object);
            } else {
                object.set(filled(field.getKey(), names), expand(field.getValue(), names));
            }
        });
        return object.path(SUB).isTextual() && !object.path(SUB).asText().contains("${") ? object.path(SUB) : object;
    }

    /** Adds what the loop {@code written}, [name, collection, fields], makes to {@code object}. */
    private void loop(JsonNode written, Map<String, String> names, ObjectNode object) {
        if (!written.isArray() || written.size() != 3 || !written.path(2).isObject()) {
            throw refused("Fn::ForEach must be a name, a list and an object, got " + written);
        }
        for (JsonNode each : collection(expand(written.path(1), names))) {
            Map<String, String> inner = new TreeMap<>(names);
            inner.put(written.path(0).asText(), each.asText());
            if (++made > MOST) {
                throw refused("Fn::ForEach makes more than " + MOST + " copies");
            }
            object.setAll((ObjectNode) expand(written.path(2), inner));
        }
    }

    private JsonNode collection(JsonNode written) {
        JsonNode list = written.has("Ref") && parameters.has(written.path("Ref").asText())
                ? parameters.value(written.path("Ref").asText())
                : written;
        if (list instanceof UnknownValue unknown) {
            throw unknown.of("Fn::ForEach in template " + template).needed();
        }
        if (!list.isArray()) {
            throw refused("Fn::ForEach must go through a list, got " + list);
        }
        return list;
    }

    /** {@code &{name}} leaves out what a logical id may not have. */
    private static String filled(String text, Map<String, String> names) {
        String filled = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            filled = filled.replace("${" + name.getKey() + "}", name.getValue())
                    .replace("&{" + name.getKey() + "}", name.getValue().replaceAll("[^A-Za-z0-9]", ""));
        }
        return filled;
    }

    private BadInputException refused(String what) {
        return new BadInputException(
                "template " + template + ": " + what, "write it as AWS::LanguageExtensions wants it");
    }
}
