package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.teal.rehearsal.BadInputException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;

/**
 * One stack of several that are read as one template. Every name of it begins with its prefix there; what it is given
 * (values of a nested stack's parameters) and what others take from it (outputs) are written in place of the names.
 */
final class StackPart {
    private static final String OUTPUTS = "Outputs.";
    private static final String CONDITION = "Condition";

    private final String prefix;
    private final JsonNode root;

    /** What {@code Ref: AWS::StackName} gives; empty if it is not known. */
    private final Optional<String> stackName;

    /** Values of parameters, as expressions of the whole; the others are parameters of the whole. */
    private final Map<String, Supplier<JsonNode>> values;

    private final Map<String, StackPart> nested = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    StackPart(String prefix, JsonNode root, Optional<String> stackName, Map<String, Supplier<JsonNode>> values) {
        this.prefix = prefix;
        this.root = root;
        this.stackName = stackName;
        this.values = values;
    }

    String prefix() {
        return prefix;
    }

    JsonNode section(String name) {
        return root.path(name);
    }

    /** Resource {@code id}, a nested stack, is {@code part}. */
    void nest(String id, StackPart part) {
        nested.put(id, part);
    }

    /** The nested stack that resource {@code id} is. */
    StackPart nestedIn(String id) {
        return nested.get(id);
    }

    boolean isNested(String id) {
        return nested.containsKey(id);
    }

    /** Parameter {@code name} as one of the whole; empty if the stack that nests this one gives it. */
    Optional<JsonNode> declared(String name) {
        if (!values.containsKey(name)) {
            return Optional.of(root.path("Parameters").path(name));
        }
        return stackName.map(given -> function("Type", TextNode.valueOf("String")));
    }

    /** The value of output {@code name}, as an expression of the whole. */
    JsonNode output(String name) {
        JsonNode written = root.path("Outputs").path(name).path("Value");
        if (written.isMissingNode() || !open.add(name)) {
            throw new BadInputException(
                    "the nested stack " + prefix.replaceFirst("_$", "")
                            + (written.isMissingNode()
                                    ? " has no output " + name
                                    : ": output " + name + " needs itself"),
                    "correct the name in the template");
        }
        try {
            return moved(written);
        } finally {
            open.remove(name);
        }
    }

    /** Whether it has output {@code name}. */
    boolean hasOutput(String name) {
        return root.path("Outputs").has(name);
    }

    /** {@code node} with the names that it has in the whole. */
    JsonNode moved(JsonNode node) {
        if (node.isArray()) {
            List<JsonNode> list = new ArrayList<>();
            node.forEach(each -> list.add(moved(each)));
            return JsonNodeFactory.instance.arrayNode().addAll(list);
        }
        if (!node.isObject()) {
            return node;
        }
        String key = node.size() == 1 ? node.fieldNames().next() : "";
        JsonNode argument = node.path(key);
        return switch (key) {
            case "Ref" -> reference(argument.asText());
            case "Fn::GetAtt" -> attribute(dotted(argument));
            case "Fn::Sub" -> substitution(argument);
            case "Fn::If", "Fn::FindInMap" -> function(key, firstPrefixed(argument));
            case CONDITION -> argument.isTextual() ? function(key, prefixed(argument)) : fields(node);
            default -> fields(node);
        };
    }

    /** The fields of {@code node}, moved. */
    ObjectNode fields(JsonNode node) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> object.set(field.getKey(), moved(field.getValue())));
        return object;
    }

    /** Ids in the whole of the resources that {@code id} stands for: itself, or all of a nested stack. */
    Set<String> resources(String id) {
        if (!nested.containsKey(id)) {
            return Set.of(prefix + id);
        }
        StackPart part = nested.get(id);
        Set<String> all = new TreeSet<>();
        part.root.path("Resources").fieldNames().forEachRemaining(inner -> all.addAll(part.resources(inner)));
        return all;
    }

    private JsonNode reference(String name) {
        if (values.containsKey(name)) {
            return values.get(name).get();
        }
        if (name.equals(Pseudo.STACK_NAME) && stackName.isPresent()) {
            return TextNode.valueOf(stackName.get());
        }
        return function(
                "Ref", TextNode.valueOf(Pseudo.isOne(name) || name.equals("AWS::NoValue") ? name : prefix + name));
    }

    private JsonNode attribute(String dotted) {
        String id = dotted.split("\\.")[0];
        String name = dotted.substring(Math.min(dotted.length(), id.length() + 1));
        return nested.containsKey(id) && name.startsWith(OUTPUTS)
                ? nested.get(id).output(name.substring(OUTPUTS.length()))
                : function(
                        "Fn::GetAtt",
                        JsonNodeFactory.instance.arrayNode().add(prefix + id).add(name));
    }

    private static String dotted(JsonNode argument) {
        return argument.isArray()
                ? argument.path(0).asText() + "." + argument.path(1).asText()
                : argument.asText();
    }

    /** Placeholders become names that no resource has, with what they stand for in the whole. */
    private JsonNode substitution(JsonNode argument) {
        String text = (argument.isArray() ? argument.path(0) : argument).asText();
        ObjectNode own = argument.isArray() ? fields(argument.path(1)) : JsonNodeFactory.instance.objectNode();
        ObjectNode names = JsonNodeFactory.instance.objectNode();
        String renamed = References.PLACEHOLDER.matcher(text).replaceAll(found -> {
            String name = found.group(1);
            names.set(":" + name, own.has(name) ? own.get(name) : value(name));
            return Matcher.quoteReplacement("${:" + name + "}");
        });
        return function(
                "Fn::Sub", JsonNodeFactory.instance.arrayNode().add(renamed).add(names));
    }

    private JsonNode value(String placeholder) {
        return placeholder.contains(".") ? attribute(placeholder) : reference(placeholder);
    }

    private JsonNode firstPrefixed(JsonNode arguments) {
        List<JsonNode> list = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            boolean name = i == 0 && arguments.path(0).isTextual();
            list.add(name ? prefixed(arguments.path(0)) : moved(arguments.path(i)));
        }
        return JsonNodeFactory.instance.arrayNode().addAll(list);
    }

    private TextNode prefixed(JsonNode name) {
        return TextNode.valueOf(prefix + name.asText());
    }

    static ObjectNode function(String name, JsonNode argument) {
        return JsonNodeFactory.instance.objectNode().set(name, argument);
    }
}
