package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.BadInputException;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The Conditions section: which of them hold. */
final class TemplateConditions {
    private final JsonNode declared;
    private final Resolver resolver;

    TemplateConditions(JsonNode declared, Resolver resolver) {
        this.declared = declared;
        this.resolver = resolver;
    }

    boolean holds(String name) {
        JsonNode condition = declared.path(name);
        if (condition.isMissingNode()) {
            throw new BadInputException(
                    "condition " + name + " is not in the template's Conditions", "declare it, or remove its uses");
        }
        return evaluate(condition);
    }

    private boolean evaluate(JsonNode node) {
        String function = node.fieldNames().hasNext() ? node.fieldNames().next() : "";
        JsonNode arguments = node.path(function);
        return switch (function) {
            case "Fn::Equals" ->
                resolver.resolve(arguments.path(0))
                        .asText()
                        .equals(resolver.resolve(arguments.path(1)).asText());
            case "Fn::And" -> each(arguments).allMatch(this::evaluate);
            case "Fn::Or" -> each(arguments).anyMatch(this::evaluate);
            case "Fn::Not" -> !evaluate(arguments.path(0));
            case "Condition" -> holds(arguments.asText());
            default ->
                throw new BadInputException(
                        "a condition uses " + (function.isEmpty() ? node : function) + ", which is not modelled",
                        "use Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition");
        };
    }

    private static Stream<JsonNode> each(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
