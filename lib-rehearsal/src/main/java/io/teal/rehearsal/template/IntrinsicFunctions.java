package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
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
            return node.isTextual() ? source.literal(node.asText()) : node;
        }
        String key = node.size() == 1 ? node.fieldNames().next() : "";
        return key.equals("Ref") || key.startsWith("Fn::") ? apply(key, node.get(key)) : object(node);
    }

    /** A resolved {@code node} as texts, lists and maps, each text changed by {@code change}. */
    public static Object plain(JsonNode node, UnaryOperator<String> change) {
        if (node instanceof UnknownValue unknown) {
            return change.apply(unknown.standIn());
        }
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
            case "Fn::ImportValue" -> source.imported(Opaque.written(resolve(arguments)));
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
        JsonNode list = resolve(arguments.path(1));
        JoinedText text = new JoinedText();
        if (!list.isArray()) {
            return text.add(list).value(source);
        }
        String between = "";
        for (JsonNode part : list) {
            text.add(between).add(part);
            between = arguments.path(0).asText();
        }
        return text.value(source);
    }

    private JsonNode substitute(JsonNode arguments) {
        JsonNode names = arguments.isArray() ? arguments.path(1) : JsonNodeFactory.instance.objectNode();
        String written = (arguments.isArray() ? arguments.path(0) : arguments).asText();
        Matcher matcher = References.PLACEHOLDER.matcher(written);
        JoinedText text = new JoinedText();
        int from = 0;
        while (matcher.find()) {
            text.add(literal(written.substring(from, matcher.start())));
            text.add(placeholder(matcher.group(1), names));
            from = matcher.end();
        }
        return text.add(literal(written.substring(from))).value(source);
    }

    private static String literal(String text) {
        return text.replace("${!", "${");
    }

    private JsonNode placeholder(String name, JsonNode names) {
        if (names.has(name)) {
            return resolve(names.get(name));
        }
        return name.contains(".") ? TextNode.valueOf(source.attribute(name)) : source.reference(name);
    }

    private JsonNode select(JsonNode arguments) {
        JsonNode list = resolve(arguments.path(1));
        JsonNode index = resolve(arguments.path(0));
        if (list instanceof UnknownValue unknown) {
            return unknown.within("Fn::Select:" + Opaque.written(index) + " of " + unknown.standIn());
        }
        return list.has(index.asInt()) ? list.get(index.asInt()) : source.selected(list, index.asInt());
    }

    private JsonNode split(JsonNode arguments) {
        String separator = arguments.path(0).asText();
        JsonNode text = resolve(arguments.path(1));
        if (text instanceof UnknownValue unknown) {
            return unknown.within("Fn::Split:" + unknown.standIn());
        }
        return texts(List.of(text.asText().split(Pattern.quote(separator), -1)));
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
            if (!(value instanceof MissingNode)) {
                list.add(value);
            }
        });
        return list;
    }

    private ObjectNode object(JsonNode node) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> {
            JsonNode value = resolve(field.getValue());
            if (!(value instanceof MissingNode)) {
                object.set(field.getKey(), value);
            }
        });
        return object;
    }
}
