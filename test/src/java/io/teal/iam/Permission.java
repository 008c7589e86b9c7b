package io.teal.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The smallest part of a policy that can be taken away: one action on one resource, under the conditions of its
 * statement.
 */
record Permission(String effect, String action, String resource, JsonNode conditions) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** The permissions in {@code policy}. */
    static List<Permission> in(JsonNode policy) {
        List<Permission> permissions = new ArrayList<>();
        for (JsonNode statement : policy.path("Statement")) {
            for (JsonNode action : list(statement.path("Action"))) {
                for (JsonNode resource : list(statement.path("Resource"))) {
                    permissions.add(new Permission(
                            statement.path("Effect").asText(),
                            action.asText(),
                            resource.asText(),
                            statement.path("Condition").deepCopy()));
                }
            }
        }
        return permissions;
    }

    private static Iterable<JsonNode> list(JsonNode one) {
        return one.isArray() ? one : List.of(one);
    }

    /** A policy of {@code permissions}. */
    static JsonNode policy(List<Permission> permissions) {
        ArrayNode statements = JSON.arrayNode();
        permissions.forEach(one -> statements.add(one.statement()));
        return JSON.objectNode().put("Version", "2012-10-17").set("Statement", statements);
    }

    private JsonNode statement() {
        ObjectNode statement =
                JSON.objectNode().put("Effect", effect).put("Action", action).put("Resource", resource);
        return conditions.isEmpty() ? statement : statement.set("Condition", conditions);
    }

    /** Those of {@code all} whose action is {@code action}. */
    static <T> List<T> about(String action, Function<T, String> of, List<T> all) {
        return all.stream().filter(one -> of.apply(one).equals(action)).toList();
    }

    /** {@code action} on everything. */
    static Permission anywhere(String action) {
        return new Permission("Allow", action, "*", JSON.objectNode());
    }

    boolean allows() {
        return effect.equals("Allow");
    }

    /** It without one of its conditions, for each of them. */
    List<Permission> withoutACondition() {
        return keys().map(at -> {
                    ObjectNode fewer = conditions.deepCopy();
                    ((ObjectNode) fewer.path(at.operator())).remove(at.key());
                    return with(fewer);
                })
                .toList();
    }

    /** It without one of the values of a condition, for each value of those that have several. */
    List<Permission> withoutAValue() {
        return keys().filter(at -> value(at).size() > 1)
                .flatMap(at -> Stream.iterate(0, number -> number < value(at).size(), number -> number + 1)
                        .map(number -> {
                            ObjectNode fewer = conditions.deepCopy();
                            ((ArrayNode) fewer.path(at.operator()).path(at.key())).remove(number);
                            return with(fewer);
                        }))
                .toList();
    }

    private record At(String operator, String key) {}

    private Stream<At> keys() {
        return conditions.properties().stream()
                .flatMap(operator ->
                        operator.getValue().properties().stream().map(key -> new At(operator.getKey(), key.getKey())));
    }

    private JsonNode value(At at) {
        return conditions.path(at.operator()).path(at.key());
    }

    private Permission with(ObjectNode fewer) {
        List<String> empty = fewer.properties().stream()
                .filter(operator -> operator.getValue().isEmpty())
                .map(operator -> operator.getKey())
                .toList();
        return new Permission(effect, action, resource, fewer.remove(empty));
    }
}
