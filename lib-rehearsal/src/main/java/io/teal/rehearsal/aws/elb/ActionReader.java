package io.teal.rehearsal.aws.elb;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Opaque;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the action of a listener or of a rule; only one is supported, and no authentication. */
final class ActionReader {
    private final Fields fields;
    private final Set<String> groups;

    /** Actions of the resource of {@code fields}, which may forward to {@code groups}. */
    ActionReader(Fields fields, Set<String> groups) {
        this.fields = fields;
        this.groups = groups;
    }

    /** The action in {@code property}. */
    ActionModel read(String property) {
        JsonNode actions = fields.at(property);
        if (actions.size() != 1) {
            throw fields.refused(
                    property + " has " + actions.size() + " actions, one is modelled",
                    "leave authentication out for the rehearsal");
        }
        JsonNode action = actions.get(0);
        String type = action.path("Type").asText();
        return switch (type) {
            case "forward" -> forward(action);
            case "fixed-response" -> fixed(action.path("FixedResponseConfig"));
            case "redirect" -> redirect(action.path("RedirectConfig"));
            default ->
                throw fields.refused(
                        "action " + type + " is not modelled", "only forward, fixed-response and redirect are");
        };
    }

    private ActionModel forward(JsonNode action) {
        List<ActionModel.Share> shares = new ArrayList<>();
        JsonNode config = action.path("ForwardConfig");
        config.path("TargetGroups").forEach(share -> shares.add(share(share)));
        if (shares.isEmpty()) {
            shares.add(share(action));
        }
        return new ActionModel.Forward(shares, sticky(config.path("TargetGroupStickinessConfig")));
    }

    private Optional<Duration> sticky(JsonNode config) {
        return config.path("Enabled").asBoolean()
                ? Optional.of(Duration.ofSeconds(fields.number("DurationSeconds", config.path("DurationSeconds"), 0)))
                : Optional.empty();
    }

    private ActionModel.Share share(JsonNode node) {
        String group = Opaque.referred(node.path("TargetGroupArn").asText());
        if (!groups.contains(group)) {
            throw fields.refused(
                    "forwards to '" + group + "', which is no target group of this template",
                    "rehearse a template that has its own target groups");
        }
        return new ActionModel.Share(group, fields.number("Weight", node.path("Weight"), 1));
    }

    private ActionModel fixed(JsonNode config) {
        Map<String, String> headers =
                Map.of("Content-Type", config.path("ContentType").asText("text/plain"));
        int status = fields.number("StatusCode", config.path("StatusCode"), 200);
        return new ActionModel.FixedResponse(
                status, headers, config.path("MessageBody").asText());
    }

    private static ActionModel redirect(JsonNode config) {
        int status = config.path("StatusCode").asText().equals("HTTP_301") ? 301 : 302;
        String location = config.path("Protocol").asText("#{protocol}").toLowerCase(Locale.ROOT) + "://"
                + config.path("Host").asText("#{host}") + ":"
                + config.path("Port").asText("#{port}")
                + config.path("Path").asText("/#{path}")
                + query(config.path("Query").asText("#{query}"));
        return new ActionModel.FixedResponse(status, Map.of("Location", location), "");
    }

    private static String query(String text) {
        return text.isEmpty() ? "" : "?" + text;
    }
}
