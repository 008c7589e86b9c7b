package io.teal.rehearsal.aws.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.template.Template;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One statement of a policy.
 *
 * @param denies whether it denies
 * @param conditional whether it has conditions, which are not looked at
 * @param everywhere whether it is about everything, written as {@code *} alone
 * @param actions as they are written, with wildcards
 * @param things the names of what it is about, with wildcards; empty if one is not known
 */
record PolicyStatement(
        boolean denies, boolean conditional, boolean everywhere, List<String> actions, Optional<Set<String>> things) {
    static Stream<PolicyStatement> of(Template template, JsonNode policy) {
        return policy.findValues("Statement").stream()
                .flatMap(PolicyStatement::each)
                .map(statement -> new PolicyStatement(
                        statement.path("Effect").asText().equals("Deny"),
                        !statement.path("Condition").isMissingNode(),
                        each(statement.path("Resource"))
                                .anyMatch(resource -> resource.asText().equals("*")),
                        each(statement.path("Action")).map(JsonNode::asText).toList(),
                        new PolicyResources(template).names(statement.path("Resource"))));
    }

    private static Stream<JsonNode> each(JsonNode node) {
        return node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
    }

    /** Whether it is about {@code action}. */
    boolean concerns(String action) {
        return actions.stream().anyMatch(written -> fits(written, action));
    }

    /** Whether it is about something of which one name is {@code called}; what is not known is. */
    boolean covers(Collection<String> called) {
        return things.map(names ->
                        names.stream().anyMatch(name -> called.stream().anyMatch(one -> fits(name, one))))
                .orElse(true);
    }

    /** In {@code written}, {@code *} stands for any characters, and {@code ?} for one. */
    private static boolean fits(String written, String text) {
        if (!written.contains("*") && !written.contains("?")) {
            return written.equalsIgnoreCase(text);
        }
        List<String> parts = new ArrayList<>();
        for (String part : written.split("(?<=[*?])|(?=[*?])")) {
            parts.add(part.equals("*") ? ".*" : part.equals("?") ? "." : Pattern.quote(part));
        }
        return Pattern.compile(String.join("", parts), Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .matches();
    }
}
