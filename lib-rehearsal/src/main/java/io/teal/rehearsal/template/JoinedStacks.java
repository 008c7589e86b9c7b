package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Several stacks as one template, so that everything that reads one reads all: each part's resources, conditions,
 * mappings and parameters under its prefix, exports in the place of their imports.
 */
final class JoinedStacks {
    private static final String CONDITION = "Condition";
    private static final String CONDITIONS = "Conditions";
    private static final String RESOURCES = "Resources";
    private static final String IMPORT = "Fn::ImportValue";
    private static final int LONGEST_CHAIN = 20;

    private final ObjectNode whole = JsonNodeFactory.instance.objectNode();
    private final List<ExportedValue> exports = new ArrayList<>();

    /** What a part exports: name and value are expressions of the whole. */
    private record ExportedValue(JsonNode name, JsonNode value) {}

    JoinedStacks() {
        List.of("Parameters", "Mappings", CONDITIONS, RESOURCES).forEach(whole::putObject);
    }

    /**
     * Adds {@code part}, whose nested parts are in it.
     *
     * @param when the condition of the whole under which it exists; empty for always
     */
    void add(StackPart part, Optional<String> when) {
        part.section("Parameters")
                .properties()
                .forEach(parameter -> part.declared(parameter.getKey())
                        .ifPresent(
                                declared -> section("Parameters").set(part.prefix() + parameter.getKey(), declared)));
        part.section("Mappings")
                .properties()
                .forEach(map -> section("Mappings").set(part.prefix() + map.getKey(), part.moved(map.getValue())));
        part.section(CONDITIONS)
                .properties()
                .forEach(condition ->
                        section(CONDITIONS).set(part.prefix() + condition.getKey(), part.moved(condition.getValue())));
        part.section(RESOURCES)
                .properties()
                .forEach(resource -> add(part, resource.getKey(), resource.getValue(), when));
        part.section("Outputs").forEach(output -> {
            if (output.has("Export")) {
                exports.add(new ExportedValue(
                        part.moved(output.path("Export").path("Name")), part.moved(output.path("Value"))));
            }
        });
    }

    private void add(StackPart part, String id, JsonNode body, Optional<String> when) {
        Optional<String> condition = both(
                when, Optional.ofNullable(body.path(CONDITION).asText(null)).map(own -> part.prefix() + own));
        if (part.isNested(id)) {
            add(part.nestedIn(id), condition);
            inheritOrder(part, id, body);
            return;
        }
        ObjectNode moved = part.fields(body);
        condition.ifPresent(name -> moved.put(CONDITION, name));
        moved.set("DependsOn", waits(part, body));
        section(RESOURCES).set(part.prefix() + id, moved);
    }

    /** Every resource of the nested stack {@code id} waits for what the stack waits for. */
    private void inheritOrder(StackPart part, String id, JsonNode body) {
        ArrayNode waits = waits(part, body);
        References.of(body, names(part.section(RESOURCES)))
                .forEach(other -> part.resources(other).forEach(waits::add));
        part.resources(id)
                .forEach(inner -> ((ArrayNode) section(RESOURCES).path(inner).path("DependsOn")).addAll(waits));
    }

    /** What {@code body} says it depends on, and all of each nested stack that it takes an output of. */
    private static ArrayNode waits(StackPart part, JsonNode body) {
        Set<String> all = new TreeSet<>();
        JsonNode written = body.path("DependsOn");
        (written.isArray() ? written : JsonNodeFactory.instance.arrayNode().add(written))
                .forEach(id -> all.addAll(id.isTextual() ? part.resources(id.asText()) : Set.of()));
        References.of(body, names(part.section(RESOURCES))).stream()
                .filter(part::isNested)
                .forEach(id -> all.addAll(part.resources(id)));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        all.forEach(list::add);
        return list;
    }

    private static Set<String> names(JsonNode section) {
        Set<String> names = new TreeSet<>();
        section.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private Optional<String> both(Optional<String> one, Optional<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.or(() -> other);
        }
        String name = one.get() + "_and_" + other.get();
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        all.add(StackPart.function(CONDITION, TextNode.valueOf(one.get())));
        all.add(StackPart.function(CONDITION, TextNode.valueOf(other.get())));
        section(CONDITIONS).set(name, StackPart.function("Fn::And", all));
        return Optional.of(name);
    }

    private ObjectNode section(String name) {
        return (ObjectNode) whole.path(name);
    }

    /** The whole; what no part exports stays an import. */
    JsonNode joined(Map<String, String> given, String name) {
        Resolver resolver =
                new Resolver(whole, new Parameters(whole.path("Parameters"), given, name), name, KnownValues.NOTHING);
        return exports.isEmpty() ? whole : imported(whole, resolver, LONGEST_CHAIN);
    }

    private JsonNode imported(JsonNode node, Resolver resolver, int chain) {
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> list.add(imported(each, resolver, chain)));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        if (node.has(IMPORT) && node.size() == 1 && chain > 0) {
            JsonNode wanted = resolver.resolve(imported(node.path(IMPORT), resolver, chain - 1));
            Optional<ExportedValue> found = exports.stream()
                    .filter(export -> resolver.resolve(export.name()).equals(wanted))
                    .findFirst();
            return found.isPresent() ? imported(found.get().value(), resolver, chain - 1) : node;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> object.set(field.getKey(), imported(field.getValue(), resolver, chain)));
        return object;
    }
}
