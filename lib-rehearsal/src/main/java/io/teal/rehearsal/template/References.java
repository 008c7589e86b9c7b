package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the logical ids that a resource names: what CloudFormation finishes before it begins that resource. */
final class References {
    static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^!}][^}]*)}");

    private final Set<String> known;
    private final Set<String> found = new TreeSet<>();

    private References(Set<String> known) {
        this.known = known;
    }

    static Set<String> of(JsonNode body, Set<String> known) {
        References references = new References(known);
        references.scan(body);
        body.path("DependsOn").forEach(id -> references.add(id.asText()));
        references.add(body.path("DependsOn").asText());
        return references.found;
    }

    private void scan(JsonNode node) {
        node.properties().forEach(field -> {
            switch (field.getKey()) {
                case "Ref" -> add(field.getValue().asText());
                case "Fn::GetAtt" -> add(attributeOwner(field.getValue()));
                case "Fn::Sub" -> scanText(field.getValue());
                default -> scan(field.getValue());
            }
        });
        if (node.isArray()) {
            node.forEach(this::scan);
        }
    }

    private void scanText(JsonNode sub) {
        Matcher matcher = PLACEHOLDER.matcher((sub.isArray() ? sub.path(0) : sub).asText());
        while (matcher.find()) {
            add(matcher.group(1).split("\\.")[0]);
        }
        scan(sub);
    }

    private static String attributeOwner(JsonNode getAtt) {
        return getAtt.isArray() ? getAtt.path(0).asText() : getAtt.asText().split("\\.")[0];
    }

    private void add(String id) {
        if (known.contains(id)) {
            found.add(id);
        }
    }
}
