package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.teal.rehearsal.BadInputException;
import java.util.List;
import java.util.Map;

/** Resolves a template that is not deployed; values that only AWS knows become {@link Opaque} placeholders. */
final class Resolver implements ValueSource {
    private static final String REGION = "local";

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
    private final IntrinsicFunctions functions = new IntrinsicFunctions(this);
    private final String template;
    private final KnownValues known;

    Resolver(JsonNode root, Parameters parameters, String template, KnownValues known) {
        this.template = template;
        this.known = known;
        this.root = root;
        this.parameters = parameters;
        this.conditions = new TemplateConditions(root.path("Conditions"), this);
    }

    /** The same, with other known values. */
    Resolver with(KnownValues now) {
        return new Resolver(root, parameters, template, now);
    }

    KnownValues known() {
        return known;
    }

    TemplateConditions conditions() {
        return conditions;
    }

    /** The value of {@code node}; missing if it is {@code AWS::NoValue}. */
    JsonNode resolve(JsonNode node) {
        return functions.resolve(node);
    }

    /** The value, if it is known, or a text that stands for it. */
    @Override
    public String attribute(String dotted) {
        return known.attributes().getOrDefault(dotted, Opaque.attribute(dotted));
    }

    @Override
    public String imported(String name) {
        return Opaque.imported(name);
    }

    @Override
    public JsonNode reference(String name) {
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

    @Override
    public JsonNode selected(JsonNode list, int index) {
        return list.isArray() ? list.path(index) : TextNode.valueOf(list.asText() + "[" + index + "]");
    }

    @Override
    public JsonNode other(String function, JsonNode arguments) {
        return switch (function) {
            case "Fn::GetAZs" -> IntrinsicFunctions.texts(List.of("local-a", "local-b", "local-c"));
            case "Fn::If" ->
                resolve(arguments.path(conditions.holds(arguments.path(0).asText()) ? 1 : 2));
            case "Fn::Base64" -> resolve(arguments);
            case "Fn::FindInMap" -> mapped(arguments);
            case "Fn::GetStackOutput" -> TextNode.valueOf(Opaque.imported(arguments.toString()));
            default ->
                throw new BadInputException(
                        "template " + template + " uses " + function + ", which is not modelled",
                        "write the value it gives in its place");
        };
    }

    private JsonNode mapped(JsonNode arguments) {
        JsonNode value = root.path("Mappings");
        for (JsonNode key : arguments) {
            value = entry(value, functions.text(key));
        }
        if (value.isMissingNode()) {
            throw new BadInputException(
                    "Fn::FindInMap " + arguments + " finds nothing in template " + template,
                    "add the entry to Mappings");
        }
        return resolve(value);
    }

    /** A map by region has no entry for this machine: any region's value will do. */
    private static JsonNode entry(JsonNode map, String key) {
        boolean anyRegion = key.equals(REGION) && !map.has(key) && !map.isEmpty();
        return anyRegion ? map.iterator().next() : map.path(key);
    }
}
