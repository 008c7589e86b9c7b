package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.teal.rehearsal.BadInputException;
import java.util.List;
import java.util.Set;

/** Resolves a template that is not deployed; what only AWS knows is {@link Opaque}, or an {@link UnknownValue}. */
final class Resolver implements ValueSource {
    private final JsonNode root;
    private final Parameters parameters;
    private final TemplateConditions conditions;
    private final Mappings mappings;
    private final IntrinsicFunctions functions = new IntrinsicFunctions(this);
    private final String template;
    private final KnownValues known;

    Resolver(JsonNode root, Parameters parameters, String template, KnownValues known) {
        this.template = template;
        this.known = known;
        this.root = root;
        this.parameters = parameters;
        this.conditions = new TemplateConditions(root.path("Conditions"), this);
        this.mappings = new Mappings(root.path("Mappings"), this, template);
    }

    /** The same, with other known values. */
    Resolver with(KnownValues now) {
        return new Resolver(root, parameters, template, now);
    }

    Set<String> parameters() {
        return parameters.names();
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
    public JsonNode imported(String name) {
        return Unknowns.imported(name);
    }

    @Override
    public JsonNode literal(String text) {
        return Unknowns.isDynamic(text) ? Unknowns.dynamic(text) : TextNode.valueOf(text);
    }

    @Override
    public JsonNode reference(String name) {
        if (name.equals("AWS::NoValue")) {
            return MissingNode.getInstance();
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
        if (list.isArray()) {
            throw new BadInputException(
                    "Fn::Select in template " + template + " finds no element " + index + " in " + list,
                    "give the index of an element");
        }
        return TextNode.valueOf(list.asText() + "[" + index + "]");
    }

    @Override
    public JsonNode other(String function, JsonNode arguments) {
        return switch (function) {
            case "Fn::GetAZs" -> IntrinsicFunctions.texts(List.of("local-a", "local-b", "local-c"));
            case "Fn::If" -> chosen(arguments);
            case "Fn::Base64" -> resolve(arguments);
            case "Fn::FindInMap" -> mappings.find(arguments);
            case "Fn::Length" -> IntNode.valueOf(resolve(arguments).size());
            case "Fn::ToJsonString" -> TextNode.valueOf(resolve(arguments).toString());
            default -> Unknowns.function(function, arguments);
        };
    }

    private JsonNode chosen(JsonNode arguments) {
        String condition = arguments.path(0).asText();
        JsonNode holds = conditions.value(condition);
        if (!(holds instanceof UnknownValue unknown)) {
            return resolve(arguments.path(holds.asBoolean() ? 1 : 2));
        }
        JsonNode yes = resolve(arguments.path(1));
        JsonNode no = resolve(arguments.path(2));
        if (yes.equals(no)) {
            return yes;
        }
        UnknownValue either = unknown.within("Fn::If " + condition + ": " + yes + " or " + no);
        return yes instanceof MissingNode || no instanceof MissingNode ? either.orAbsent() : either;
    }
}
