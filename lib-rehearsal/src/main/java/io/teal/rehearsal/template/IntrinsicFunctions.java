package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.teal.rehearsal.BadInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CloudFormation's intrinsic functions. */
final class IntrinsicFunctions {
    private final Resolver resolver;
    private final JsonNode mappings;
    private final String template;

    IntrinsicFunctions(Resolver resolver, JsonNode mappings, String template) {
        this.resolver = resolver;
        this.mappings = mappings;
        this.template = template;
    }

    JsonNode apply(String function, JsonNode arguments) {
        return switch (function) {
            case "Fn::GetAtt" -> attribute(arguments);
            case "Fn::Join" -> join(arguments);
            case "Fn::Sub" -> substitute(arguments);
            case "Fn::Select" -> select(arguments);
            case "Fn::Split" -> split(arguments);
            case "Fn::GetAZs" -> texts(List.of("local-a", "local-b", "local-c"));
            case "Fn::If" ->
                resolver.resolve(arguments.path(
                        resolver.conditions().holds(arguments.path(0).asText()) ? 1 : 2));
            case "Fn::Base64" -> resolver.resolve(arguments);
            case "Fn::FindInMap" -> mapped(arguments);
            case "Fn::ImportValue" -> TextNode.valueOf(Opaque.imported(resolver.text(arguments)));
            case "Fn::GetStackOutput" -> TextNode.valueOf(Opaque.imported(arguments.toString()));
            default ->
                throw new BadInputException(
                        "template " + template + " uses " + function + ", which is not modelled",
                        "write the value it gives in its place");
        };
    }

    private JsonNode attribute(JsonNode arguments) {
        String dotted = arguments.isArray()
                ? arguments.path(0).asText() + "." + arguments.path(1).asText()
                : arguments.asText();
        int dot = dotted.indexOf('.');
        return TextNode.valueOf(resolver.attribute(dotted.substring(0, Math.max(dot, 0)), dotted.substring(dot + 1)));
    }

    private JsonNode join(JsonNode arguments) {
        List<String> parts = new ArrayList<>();
        JsonNode list = resolver.resolve(arguments.path(1));
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
            return resolver.text(names.get(name));
        }
        return (name.contains(".") ? attribute(TextNode.valueOf(name)) : resolver.reference(name)).asText();
    }

    private JsonNode select(JsonNode arguments) {
        JsonNode list = resolver.resolve(arguments.path(1));
        int index = resolver.resolve(arguments.path(0)).asInt();
        return list.isArray() ? list.path(index) : TextNode.valueOf(list.asText() + "[" + index + "]");
    }

    private JsonNode split(JsonNode arguments) {
        String separator = arguments.path(0).asText();
        return texts(List.of(resolver.text(arguments.path(1)).split(Pattern.quote(separator), -1)));
    }

    private JsonNode mapped(JsonNode arguments) {
        JsonNode value = mappings;
        for (JsonNode key : arguments) {
            value = entry(value, resolver.text(key));
        }
        if (value.isMissingNode()) {
            throw new BadInputException(
                    "Fn::FindInMap " + arguments + " finds nothing in template " + template,
                    "add the entry to Mappings");
        }
        return resolver.resolve(value);
    }

    /** A map by region has no entry for a laptop: any region's value plays the same part here. */
    private static JsonNode entry(JsonNode map, String key) {
        boolean anyRegion = key.equals(Resolver.REGION) && !map.has(key) && !map.isEmpty();
        return anyRegion ? map.iterator().next() : map.path(key);
    }

    private static ArrayNode texts(List<String> texts) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        texts.forEach(list::add);
        return list;
    }
}
