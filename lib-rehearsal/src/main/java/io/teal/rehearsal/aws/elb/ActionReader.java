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

/** Reads the action of a listener or of a rule; only one is supported beside authentication. */
final class ActionReader {
    private static final Set<String> AUTHENTICATION =
            Set.of("authenticate-oidc", "authenticate-cognito", "jwt-validation");
    private static final int HEAVIEST = 999;

    private final Fields fields;
    private final Set<String> groups;

    /** Actions of the resource of {@code fields}, which may forward to {@code groups}. */
    ActionReader(Fields fields, Set<String> groups) {
        this.fields = fields;
        this.groups = groups;
    }

    /** The action in {@code property}; clients of the rehearsal are logged in where authentication comes first. */
    ActionModel read(String property) {
        List<JsonNode> actions = new ArrayList<>();
        for (JsonNode action : fields.at(property)) {
            if (AUTHENTICATION.contains(action.path("Type").asText())) {
                fields.simpler(action.path("Type").asText(), "passed by clients that are logged in");
            } else {
                actions.add(action);
            }
        }
        if (actions.size() != 1) {
            throw fields.refused(
                    property + " has " + actions.size() + " actions beside authentication, one is modelled",
                    "write one forward, fixed-response or redirect");
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
        return fields.flag("Enabled", config.path("Enabled"))
                ? Optional.of(Duration.ofSeconds(fields.number("DurationSeconds", config.path("DurationSeconds"), 0)))
                : Optional.empty();
    }

    private ActionModel.Share share(JsonNode node) {
        String group = Opaque.referred(node.path("TargetGroupArn"));
        if (!groups.contains(group)) {
            throw fields.refused(
                    "forwards to '" + group + "', which is no target group of this template",
                    "rehearse a template that has its own target groups");
        }
        int weight = fields.number("Weight", node.path("Weight"), 1);
        if (weight > HEAVIEST) {
            throw fields.refused(
                    "Weight must be from 0 to " + HEAVIEST + ", got " + weight, "give a share of the others");
        }
        return new ActionModel.Share(group, weight);
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
