package io.teal.operate.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Replaces intrinsic functions of CloudFormation by what they give; what is not known here becomes a text that says so.
 */
final class Intrinsics {
    /** How a value begins that is not known. */
    static final String UNKNOWN = "unknown:";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}][^}]*)}");

    private final Function<String, Optional<String>> references;
    private final Function<String, Optional<String>> attributes;
    private final Function<String, Optional<String>> exports;

    /**
     * @param references what {@code Ref} gives, by name
     * @param attributes what {@code Fn::GetAtt} gives, by {@code id.attribute}
     * @param exports what {@code Fn::ImportValue} gives, by name
     */
    Intrinsics(
            Function<String, Optional<String>> references,
            Function<String, Optional<String>> attributes,
            Function<String, Optional<String>> exports) {
        this.references = references;
        this.attributes = attributes;
        this.exports = exports;
    }

    /** A text, a list or a map. */
    Object resolve(JsonNode node) {
        if (node.isArray()) {
            return list(node);
        }
        if (!node.isObject()) {
            return node.asText();
        }
        String key = node.size() == 1 ? node.fieldNames().next() : "";
        return key.equals("Ref") || key.startsWith("Fn::") ? apply(key, node.get(key)) : map(node);
    }

    private Object apply(String function, JsonNode given) {
        return switch (function) {
            case "Ref" -> known(references, given.asText());
            case "Fn::GetAtt" -> known(attributes, dotted(given));
            case "Fn::ImportValue" -> known(exports, text(given));
            case "Fn::Join" -> String.join(given.path(0).asText(), texts(given.path(1)));
            case "Fn::Sub" -> substitute(given);
            case "Fn::Split" ->
                List.of(text(given.path(1)).split(Pattern.quote(given.path(0).asText()), -1));
            case "Fn::Select" -> select(given);
            default -> UNKNOWN + function;
        };
    }

    private Object select(JsonNode given) {
        List<String> list = texts(given.path(1));
        int index = given.path(0).asInt();
        return index < list.size() ? list.get(index) : UNKNOWN + "Fn::Select";
    }

    private String substitute(JsonNode given) {
        Map<String, Object> names = given.isArray() ? map(given.path(1)) : Map.of();
        Matcher matcher = PLACEHOLDER.matcher((given.isArray() ? given.path(0) : given).asText());
        return matcher.replaceAll(found -> Matcher.quoteReplacement(placeholder(found.group(1), names)))
                .replace("${!", "${");
    }

    private String placeholder(String name, Map<String, Object> names) {
        if (names.containsKey(name)) {
            return names.get(name).toString();
        }
        return known(name.contains(".") ? attributes : references, name);
    }

    private static String known(Function<String, Optional<String>> source, String name) {
        return source.apply(name).orElse(UNKNOWN + name);
    }

    private static String dotted(JsonNode given) {
        return given.isArray() ? given.path(0).asText() + "." + given.path(1).asText() : given.asText();
    }

    private String text(JsonNode node) {
        return resolve(node).toString();
    }

    private List<String> texts(JsonNode node) {
        return resolve(node) instanceof List<?> list
                ? list.stream().map(Object::toString).toList()
                : List.of(text(node));
    }

    private List<Object> list(JsonNode node) {
        return new ArrayList<>(StreamSupport.stream(node.spliterator(), false)
                .map(this::resolve)
                .toList());
    }

    private Map<String, Object> map(JsonNode node) {
        Map<String, Object> map = new TreeMap<>();
        node.properties().forEach(field -> map.put(field.getKey(), resolve(field.getValue())));
        return map;
    }
}
