package io.teal.rehearsal.aws.elb;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.aws.elb.ConditionModel.Part;
import io.teal.rehearsal.aws.elb.ConditionModel.Pattern;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.UnknownValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code AWS::ElasticLoadBalancingV2::ListenerRule}. */
public final class RuleReader {
    /** By condition field: the part of a request, and the property that holds the values. */
    private static final Map<String, ConditionSource> KINDS = Map.of(
            "path-pattern", new ConditionSource(Part.PATH, "PathPatternConfig"),
            "host-header", new ConditionSource(Part.HOST, "HostHeaderConfig"),
            "http-header", new ConditionSource(Part.HEADER, "HttpHeaderConfig"),
            "http-request-method", new ConditionSource(Part.METHOD, "HttpRequestMethodConfig"),
            "query-string", new ConditionSource(Part.QUERY, "QueryStringConfig"));

    private final Fields fields;

    private RuleReader(Fields fields) {
        this.fields = fields;
    }

    private record ConditionSource(Part part, String property) {}

    /** A rule of one of {@code listeners}, which may forward to {@code groups}. */
    public static RuleModel read(String id, Fields fields, Set<String> listeners, Set<String> groups) {
        String listener = fields.referred("ListenerArn");
        if (!listeners.contains(listener)) {
            throw fields.refused(
                    "is a rule of '" + listener + "', which is no listener of this template",
                    "rehearse a template that has its own listener");
        }
        if (!fields.at("Transforms").isEmpty()) {
            throw fields.refused("Transforms are not modelled", "leave them out for the rehearsal");
        }
        return new RuleModel(
                id,
                listener,
                fields.number("Priority", 1),
                new RuleReader(fields).conditions(),
                new ActionReader(fields, groups).read("Actions"));
    }

    private List<ConditionModel> conditions() {
        List<ConditionModel> conditions = new ArrayList<>();
        fields.at("Conditions").forEach(node -> conditions.add(condition(node)));
        return conditions;
    }

    private ConditionModel condition(JsonNode node) {
        String field = node.path("Field").asText();
        ConditionSource kind = KINDS.get(field);
        if (kind == null) {
            throw fields.refused(
                    "condition " + field + " is not modelled",
                    "only path-pattern, host-header, http-header, http-request-method and query-string are");
        }
        JsonNode config = node.path(kind.property());
        if (!node.path("RegexValues").isEmpty() || !config.path("RegexValues").isEmpty()) {
            throw fields.refused("RegexValues are not modelled", "write the condition with Values");
        }
        List<Pattern> patterns = new ArrayList<>();
        (config.isMissingNode() ? node : config)
                .path("Values")
                .forEach(value -> patterns.add(pattern(kind.part(), value)));
        return new ConditionModel(kind.part(), config.path("HttpHeaderName").asText(), patterns);
    }

    /** No request of the load has a header of its own, so none has the value of one that is not known, as a secret. */
    private static Pattern pattern(Part part, JsonNode value) {
        if (part == Part.HEADER && value instanceof UnknownValue unknown) {
            return new Pattern(unknown.standIn());
        }
        return value.isObject()
                ? new Pattern(value.path("Key").asText("*"), value.path("Value").asText())
                : new Pattern(value.asText());
    }
}
