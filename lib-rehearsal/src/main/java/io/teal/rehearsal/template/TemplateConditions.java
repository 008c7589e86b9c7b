package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.teal.rehearsal.BadInputException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The Conditions section: which of them hold, as booleans, and which depend on a value that is not known. */
final class TemplateConditions {
    private final JsonNode declared;
    private final Resolver resolver;
    private final Set<String> open = new HashSet<>();

    TemplateConditions(JsonNode declared, Resolver resolver) {
        this.declared = declared;
        this.resolver = resolver;
    }

    /** Whether condition {@code name} holds. */
    JsonNode value(String name) {
        JsonNode condition = declared.path(name);
        if (condition.isMissingNode()) {
            throw new BadInputException(
                    "condition " + name + " is not in the template's Conditions", "declare it, or remove its uses");
        }
        if (!open.add(name)) {
            throw new BadInputException("condition " + name + " depends on itself", "remove the circle");
        }
        try {
            JsonNode value = evaluate(condition);
            return value instanceof UnknownValue unknown ? unknown.of("condition " + name) : value;
        } finally {
            open.remove(name);
        }
    }

    private JsonNode evaluate(JsonNode node) {
        String function = node.fieldNames().hasNext() ? node.fieldNames().next() : "";
        JsonNode arguments = node.path(function);
        return switch (function) {
            case "Fn::Equals" -> equal(resolver.resolve(arguments.path(0)), resolver.resolve(arguments.path(1)));
            case "Fn::And" -> decided(arguments, false);
            case "Fn::Or" -> decided(arguments, true);
            case "Fn::Not" -> not(evaluate(arguments.path(0)));
            case "Condition" -> value(arguments.asText());
            default ->
                throw new BadInputException(
                        "a condition uses " + (function.isEmpty() ? node : function) + ", which is not modelled",
                        "use Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition");
        };
    }

    private static JsonNode equal(JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return BooleanNode.TRUE;
        }
        return unknown(List.of(one, other))
                .orElseGet(() -> BooleanNode.valueOf(text(one).equals(text(other))));
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private static JsonNode not(JsonNode value) {
        return value instanceof UnknownValue ? value : BooleanNode.valueOf(!value.asBoolean());
    }

    /** {@code deciding} if one of {@code arguments} is, whatever the others are. */
    private JsonNode decided(JsonNode arguments, boolean deciding) {
        List<JsonNode> values = new ArrayList<>();
        arguments.forEach(each -> values.add(evaluate(each)));
        return values.contains(BooleanNode.valueOf(deciding))
                ? BooleanNode.valueOf(deciding)
                : unknown(values).orElse(BooleanNode.valueOf(!deciding));
    }

    private static Optional<JsonNode> unknown(List<JsonNode> values) {
        return values.stream().filter(UnknownValue.class::isInstance).findFirst();
    }
}
