package io.teal.rehearsal.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The example behind an existing listener, with a fleet that the listener serves before; with the service that takes
 * over one path, or without it.
 */
final class ShopBefore {
    static final String FLEET = "ShopFleet";
    static final String VERSION = "shop";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORDERS = "Orders";
    private static final String TARGETS = "ShopTargets";
    private static final String LISTENER = "AWS::ElasticLoadBalancingV2::Listener";

    private ShopBefore() {}

    /** The shop, and the service of the example. */
    static String withOrders(String template) {
        ObjectNode root = read(template);
        ObjectNode resources = (ObjectNode) root.path("Resources");
        add(resources, TARGETS, "AWS::ElasticLoadBalancingV2::TargetGroup", Map.of("HealthCheckPath", "/health"));
        add(
                resources,
                FLEET,
                "AWS::AutoScaling::AutoScalingGroup",
                Map.of(
                        "MinSize",
                        "2",
                        "MaxSize",
                        "2",
                        "TargetGroupARNs",
                        List.of(Map.of("Ref", TARGETS)),
                        "Tags",
                        List.of(Map.of("Key", "version", "Value", VERSION, "PropagateAtLaunch", true))));
        for (JsonNode resource : resources) {
            if (resource.path("Type").asText().equals(LISTENER)) {
                ((ObjectNode) resource.path("Properties")).set("DefaultActions", forward());
            }
        }
        return root.toString();
    }

    /** The shop alone. */
    static String alone(String template) {
        ObjectNode root = read(withOrders(template));
        ObjectNode resources = (ObjectNode) root.path("Resources");
        resources.removeAll().setAll(kept(read(withOrders(template))));
        root.remove("Outputs");
        return root.toString();
    }

    private static ObjectNode kept(ObjectNode root) {
        ObjectNode kept = JSON.createObjectNode();
        root.path("Resources").properties().stream()
                .filter(resource -> !resource.getKey().startsWith(ORDERS))
                .filter(resource -> !resource.getValue().toString().contains("\"" + ORDERS))
                .forEach(resource -> kept.set(resource.getKey(), resource.getValue()));
        return kept;
    }

    private static JsonNode forward() {
        return JSON.valueToTree(List.of(Map.of("Type", "forward", "TargetGroupArn", Map.of("Ref", TARGETS))));
    }

    private static void add(ObjectNode resources, String id, String type, Map<String, Object> properties) {
        resources.set(id, JSON.valueToTree(Map.of("Type", type, "Properties", properties)));
    }

    private static ObjectNode read(String template) {
        try {
            return (ObjectNode) JSON.readTree(template);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
