package io.teal.rehearsal.aws.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.teal.rehearsal.Remark;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import io.teal.rehearsal.template.UnknownValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the properties of a resource that nothing reads, so that the report names them. */
final class UnreadProperties {
    private static final String UNKNOWN = "this version of Teal does not know what it does";
    private static final Map<String, String> ATTRIBUTES = Map.of(
            "Properties", "",
            "UpdatePolicy", "UpdatePolicy.",
            "CreationPolicy", "CreationPolicy.",
            "DeletionPolicy", "DeletionPolicy.",
            "UpdateReplacePolicy", "UpdateReplacePolicy.");

    private final Resource resource;

    /** Paths by what there is to say of them. */
    private final Map<String, TreeSet<String>> found = new TreeMap<>();

    private UnreadProperties(Resource resource) {
        this.resource = resource;
    }

    /** A remark for each kind of property of {@code resource} that is not played; none if its type is not. */
    static List<Remark> of(Template template, Resource resource) {
        if (!PropertyTable.types().contains(resource.type())) {
            return List.of();
        }
        UnreadProperties unread = new UnreadProperties(resource);
        ATTRIBUTES.forEach((attribute, prefix) -> unread.look(template.resolved(resource, attribute), prefix));
        return unread.found.entrySet().stream()
                .map(each -> Remark.notJudged(
                        String.join(", ", each.getValue()) + " of " + resource.id() + ": " + each.getKey()))
                .toList();
    }

    /** Looks at {@code value}, whose fields have the paths {@code prefix} + name. */
    private void look(JsonNode value, String prefix) {
        if (!(value instanceof UnknownValue) && value.isArray()) {
            value.forEach(each -> look(each, prefix));
        } else if (!(value instanceof UnknownValue) && value.isObject()) {
            value.properties().forEach(field -> look(field.getValue(), prefix + field.getKey() + "."));
        } else if (!(value instanceof MissingNode) && !prefix.isEmpty()) {
            leaf(prefix.substring(0, prefix.length() - 1), value);
        }
    }

    private void leaf(String path, JsonNode value) {
        Optional<PropertyTable.Row> row = PropertyTable.row(resource.type(), path);
        if (row.isEmpty()) {
            note(UNKNOWN, path);
        }
        row.filter(known -> known.use() == PropertyTable.Use.NAMED
                        && !known.unless().equals(text(value)))
                .ifPresent(named -> note(named.reason(), named.path()));
    }

    private static String text(JsonNode value) {
        return value instanceof UnknownValue unknown ? unknown.standIn() : value.asText();
    }

    private void note(String reason, String path) {
        found.computeIfAbsent(reason, known -> new TreeSet<>()).add(path);
    }
}
