package io.teal.rehearsal.aws.iam;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the resources of a statement name, as they are written: logical ids, and the ends of ARNs. A load balancer
 * stands for its listeners and rules too, as its name is part of their ARNs, and an Auto Scaling group for its name.
 */
final class PolicyResources {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)[^}]*}");
    private static final Set<String> OWNERS = Set.of("LoadBalancerArn", "ListenerArn");
    private static final String ANYTHING = "*";

    private final Template template;
    private final Set<String> names = new TreeSet<>();
    private boolean known = true;

    PolicyResources(Template template) {
        this.template = template;
    }

    /** Their names, {@code *} for everything; empty if one is not known. */
    Optional<Set<String>> names(JsonNode resources) {
        boolean everything = false;
        for (JsonNode each : resources.isArray() ? resources : Set.of(resources)) {
            int before = names.size();
            look(each);
            everything = everything || each.asText().equals(ANYTHING) || names.size() == before && known;
        }
        if (everything) {
            names.add(ANYTHING);
        }
        return known ? Optional.of(Set.copyOf(names)) : Optional.empty();
    }

    private void look(JsonNode node) {
        if (node.isTextual()) {
            text(node.asText());
        } else if (node.has("Ref")) {
            reference(node.path("Ref").asText());
        } else if (node.has("Fn::GetAtt")) {
            JsonNode attribute = node.path("Fn::GetAtt");
            reference((attribute.isArray() ? attribute.path(0).asText() : attribute.asText()).split("\\.")[0]);
        } else if (node.has("Fn::Join")) {
            node.path("Fn::Join").path(1).forEach(this::look);
        } else if (node.has("Fn::Sub") && node.path("Fn::Sub").isTextual()) {
            Matcher placeholders = PLACEHOLDER.matcher(node.path("Fn::Sub").asText());
            placeholders.results().map(found -> found.group(1)).forEach(this::reference);
            text(node.path("Fn::Sub").asText().replaceAll("\\$\\{[^}]*}", ""));
        } else {
            known = false;
        }
    }

    /** What stands after the last colon or slash, unless it is anything: that goes with what a reference names. */
    private void text(String written) {
        String end = written.replaceFirst("(?s).*[:/]", "");
        if (!end.isEmpty() && !end.equals(ANYTHING)) {
            names.add(end);
        }
    }

    private void reference(String id) {
        Resource resource = template.resources().get(id);
        if (resource == null) {
            known = known && id.startsWith("AWS");
            return;
        }
        if (names.add(id)) {
            Optional.ofNullable(written(resource, "AutoScalingGroupName").asText(null))
                    .ifPresent(names::add);
            template.resources().values().stream()
                    .filter(other -> OWNERS.stream()
                            .anyMatch(owner ->
                                    written(other, owner).path("Ref").asText().equals(id)))
                    .forEach(owned -> reference(owned.id()));
        }
    }

    private static JsonNode written(Resource resource, String property) {
        return resource.body().path("Properties").path(property);
    }
}
