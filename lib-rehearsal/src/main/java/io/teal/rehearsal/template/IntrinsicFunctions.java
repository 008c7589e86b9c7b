package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces CloudFormation's intrinsic functions by what they give. */
public final class IntrinsicFunctions {
    private final ValueSource source;

    /** Functions of values that are in {@code source}. */
    public IntrinsicFunctions(ValueSource source) {
        this.source = source;
    }

    /** The value of {@code node}; missing if it is {@code AWS::NoValue}. */
    public JsonNode resolve(JsonNode node) {
        if (node.isArray()) {
            return list(node);
        }
        if (!node.isObject()) {
            return node;
        }
        String key = node.size() == 1 ? node.fieldNames().next() : "";
        return key.equals("Ref") || key.startsWith("Fn::") ? apply(key, node.get(key)) : object(node);
    }

    /** The value of {@code node} as text. */
    public String text(JsonNode node) {
        return resolve(node).asText();
    }

    /** A resolved {@code node} as texts, lists and maps, each text changed by {@code change}. */
    public static Object plain(JsonNode node, UnaryOperator<String> change) {
        if (node.isObject()) {
            Map<String, Object> map = new TreeMap<>();
            node.properties().forEach(field -> map.put(field.getKey(), plain(field.getValue(), change)));
            return map;
        }
        if (!node.isArray()) {
            return change.apply(node.asText());
        }
        List<Object> list = new ArrayList<>();
        node.forEach(item -> list.add(plain(item, change)));
        return list;
    }

    private JsonNode apply(String function, JsonNode arguments) {
        return switch (function) {
            case "Ref" -> source.reference(arguments.asText());
            case "Fn::GetAtt" -> TextNode.valueOf(source.attribute(dotted(arguments)));
            case "Fn::ImportValue" -> TextNode.valueOf(source.imported(text(arguments)));
            case "Fn::Join" -> join(arguments);
            case "Fn::Sub" -> substitute(arguments);
            case "Fn::Select" -> select(arguments);
            case "Fn::Split" -> split(arguments);
            default -> source.other(function, arguments);
        };
    }

    private static String dotted(JsonNode arguments) {
        return arguments.isArray()
                ? arguments.path(0).asText() + "." + arguments.path(1).asText()
                : arguments.asText();
    }

    private JsonNode join(JsonNode arguments) {
        List<String> parts = new ArrayList<>();
        JsonNode list = resolve(arguments.path(1));
        list.forEach(part -> parts.add(part.asText()));
        return TextNode.valueOf(list.isArray() ? String.join(arguments.path(0).asText(), parts) : list.asText());
    }

    private JsonNode substitute(JsonNode arguments) {
        JsonNode names = arguments.isArray() ? arguments.path(1) : JsonNodeFactory.instance.objectNode();
        Matcher matcher =
                References.PLACEHOLDER.matcher((arguments.isArray() ? arguments.path(0) : arguments).asText());
        String text = matcher.replaceAll(found -> Matcher.quoteReplacement(placeholder(found.group(1), names)));
        return TextNode.valueOf(text.replace("${!", "${"));
    }

    private String placeholder(String name, JsonNode names) {
        if (names.has(name)) {
            return text(names.get(name));
        }
        return name.contains(".")
                ? source.attribute(name)
                : source.reference(name).asText();
    }

    private JsonNode select(JsonNode arguments) {
        JsonNode list = resolve(arguments.path(1));
        int index = resolve(arguments.path(0)).asInt();
        return list.has(index) ? list.get(index) : source.selected(list, index);
    }

    private JsonNode split(JsonNode arguments) {
        String separator = arguments.path(0).asText();
        return texts(List.of(text(arguments.path(1)).split(Pattern.quote(separator), -1)));
    }

    static ArrayNode texts(List<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
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
