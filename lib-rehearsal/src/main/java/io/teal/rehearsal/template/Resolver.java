package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.teal.rehearsal.BadInputException;
import java.util.Map;

/** Replaces intrinsic functions by values; what only AWS would know becomes an {@link Opaque} text. */
final class Resolver {
    /** What {@code AWS::Region} is here. */
    static final String REGION = "local";

    private static final Map<String, String> PSEUDO = Map.of(
            "AWS::Region", REGION,
            "AWS::AccountId", "000000000000",
            "AWS::Partition", "aws",
            "AWS::URLSuffix", "amazonaws.com",
            "AWS::StackName", "rehearsal",
            "AWS::StackId", "arn:aws:cloudformation:local:000000000000:stack/rehearsal/1");

    private final JsonNode root;
    private final Parameters parameters;
    private final TemplateConditions conditions;
    private final IntrinsicFunctions functions;
    private final String template;
    private final Map<String, String> attributes;

    Resolver(JsonNode root, Parameters parameters, String template) {
        this(root, parameters, template, Map.of());
    }

    private Resolver(JsonNode root, Parameters parameters, String template, Map<String, String> attributes) {
        this.template = template;
        this.attributes = attributes;
        this.root = root;
        this.parameters = parameters;
        this.conditions = new TemplateConditions(root.path("Conditions"), this);
        this.functions = new IntrinsicFunctions(this, root.path("Mappings"), template);
    }

    /** The same, with values for {@code Fn::GetAtt}. */
    Resolver with(Map<String, String> values) {
        return new Resolver(root, parameters, template, values);
    }

    /** What {@code Fn::GetAtt} gives: the value, if it is known, or a text that stands for it. */
    String attribute(String id, String name) {
        return attributes.getOrDefault(id + "." + name, Opaque.attribute(id, name));
    }

    TemplateConditions conditions() {
        return conditions;
    }

    /** The value of {@code node}; missing if it is {@code AWS::NoValue}. */
    JsonNode resolve(JsonNode node) {
        if (node.isArray()) {
            return list(node);
        }
        if (!node.isObject()) {
            return node;
        }
        String key = node.size() == 1 ? node.fieldNames().next() : "";
        if (key.equals("Ref")) {
            return reference(node.get(key).asText());
        }
        return key.startsWith("Fn::") ? functions.apply(key, node.get(key)) : object(node);
    }

    String text(JsonNode node) {
        return resolve(node).asText();
    }

    JsonNode reference(String name) {
        if (name.equals("AWS::NoValue")) {
            return MissingNode.getInstance();
        }
        if (PSEUDO.containsKey(name)) {
            return TextNode.valueOf(PSEUDO.get(name));
        }
        if (parameters.has(name)) {
            return parameters.value(name);
        }
        if (root.path("Resources").has(name)) {
            return TextNode.valueOf(Opaque.reference(name));
        }
        throw new BadInputException(
                "Ref " + name + " names neither a resource nor a parameter", "correct the name in the template");
    }

    private ArrayNode list(JsonNode node) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        node.forEach(item -> {
            JsonNode value = resolve(item);
            if (!value.isMissingNode()) {
                list.add(value);
            }
        });
        return list;
    }

    private ObjectNode object(JsonNode node) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> {
            JsonNode value = resolve(field.getValue());
            if (!value.isMissingNode()) {
                object.set(field.getKey(), value);
            }
        });
        return object;
    }
}
