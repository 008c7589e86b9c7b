package io.teal.rehearsal.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.teal.rehearsal.model.HealthCheck;
import io.teal.rehearsal.model.StatusMatcher;
import io.teal.rehearsal.model.TargetGroupModel;
import java.time.Duration;
import java.util.Set;

/** Reads {@code AWS::ElasticLoadBalancingV2::TargetGroup}. */
final class TargetGroups {
    private static final int DEFAULT_DRAIN_SECONDS = 300;
    private static final Set<String> PROTOCOLS = Set.of("HTTP", "HTTPS");

    private TargetGroups() {}

    static TargetGroupModel read(String id, Fields fields) {
        refuseUnmodelled(fields);
        return new TargetGroupModel(id, healthCheck(fields), drain(fields));
    }

    private static void refuseUnmodelled(Fields fields) {
        String type = fields.text("TargetType", "instance");
        if (!type.equals("instance")) {
            throw fields.refused("TargetType " + type + " is not modelled", "only instance is");
        }
        String protocol = fields.text("Protocol", "HTTP");
        if (!PROTOCOLS.contains(protocol)) {
            throw fields.refused("Protocol " + protocol + " is not modelled", "only HTTP and HTTPS are");
        }
        String port = fields.text("HealthCheckPort", "traffic-port");
        if (!port.equals("traffic-port") && !port.equals(fields.text("Port", ""))) {
            throw fields.refused(
                    "HealthCheckPort " + port + " is not modelled", "a host here has one port; leave it out");
        }
        String stickiness = attribute(fields, "stickiness.enabled", "false");
        if (stickiness.equals("true")) {
            throw fields.refused("stickiness is not modelled", "switch it off for the rehearsal");
        }
    }

    private static HealthCheck healthCheck(Fields fields) {
        return new HealthCheck(
                fields.text("HealthCheckPath", "/"),
                new StatusMatcher(fields.at("Matcher").path("HttpCode").asText("200")),
                fields.seconds("HealthCheckIntervalSeconds", 30),
                fields.seconds("HealthCheckTimeoutSeconds", 5),
                new HealthCheck.Thresholds(
                        fields.number("HealthyThresholdCount", 5), fields.number("UnhealthyThresholdCount", 2)));
    }

    private static Duration drain(Fields fields) {
        JsonNode value = attributeNode(fields, "deregistration_delay.timeout_seconds");
        return Duration.ofSeconds(fields.number("deregistration_delay.timeout_seconds", value, DEFAULT_DRAIN_SECONDS));
    }

    private static String attribute(Fields fields, String key, String otherwise) {
        return attributeNode(fields, key).asText(otherwise);
    }

    private static JsonNode attributeNode(Fields fields, String key) {
        for (JsonNode attribute : fields.at("TargetGroupAttributes")) {
            if (attribute.path("Key").asText().equals(key)) {
                return attribute.path("Value");
            }
        }
        return MissingNode.getInstance();
    }
}
