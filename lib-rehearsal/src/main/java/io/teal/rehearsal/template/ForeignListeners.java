package io.teal.rehearsal.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.teal.rehearsal.Remark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Listeners that rules are of, and that are in no template of the run: somebody else's load balancer, made up. */
final class ForeignListeners {
    private static final String BALANCING = "AWS::ElasticLoadBalancingV2::";
    private static final String RESOURCES = "Resources";
    private static final String BALANCER = "BalancerOfOthers";

    private ForeignListeners() {}

    /** {@code root} with a listener for each that is missing; {@code remarks} receives that it is made up. */
    static JsonNode added(JsonNode root, Resolver resolver, List<Remark> remarks) {
        Map<JsonNode, String> missing = new LinkedHashMap<>();
        root.path(RESOURCES).forEach(resource -> {
            if (resource.path("Type").asText().equals(BALANCING + "ListenerRule") && exists(resource, resolver)) {
                JsonNode written = resource.path("Properties").path("ListenerArn");
                JsonNode listener = resolver.resolve(written);
                if (!listener.isMissingNode() && !root.path(RESOURCES).has(Opaque.resource(listener))) {
                    missing.computeIfAbsent(written, unknown -> {
                        String id = "ListenerOfOthers" + (missing.isEmpty() ? "" : missing.size() + 1);
                        remarks.add(Remark.simpler("the listener " + Opaque.written(listener)
                                + ", which is in no template of the run, is played as one on HTTP port 80 that answers"
                                + " 404 to what no rule of the run takes"));
                        return id;
                    });
                }
            }
        });
        return missing.isEmpty() ? root : with(missing, root);
    }

    private static boolean exists(JsonNode resource, Resolver resolver) {
        return !resource.has("Condition")
                || !resolver.conditions()
                        .value(resource.path("Condition").asText())
                        .equals(BooleanNode.FALSE);
    }

    private static JsonNode with(Map<JsonNode, String> missing, JsonNode root) {
        ObjectNode whole = (ObjectNode) replaced(root, missing);
        ObjectNode resources = (ObjectNode) whole.path(RESOURCES);
        resources.set(BALANCER, resource("LoadBalancer", JsonNodeFactory.instance.objectNode()));
        missing.values().forEach(id -> {
            ObjectNode properties = JsonNodeFactory.instance.objectNode();
            properties.set("LoadBalancerArn", reference(BALANCER));
            properties.put("Port", 80).put("Protocol", "HTTP");
            properties
                    .putArray("DefaultActions")
                    .addObject()
                    .put("Type", "fixed-response")
                    .putObject("FixedResponseConfig")
                    .put("StatusCode", "404");
            resources.set(id, resource("Listener", properties));
        });
        return whole;
    }

    /** {@code node}, in which every expression of a missing listener is a reference to it. */
    private static JsonNode replaced(JsonNode node, Map<JsonNode, String> missing) {
        if (missing.containsKey(node)) {
            return reference(missing.get(node));
        }
        if (node.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            node.forEach(each -> list.add(replaced(each, missing)));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> object.set(field.getKey(), replaced(field.getValue(), missing)));
        return object;
    }

    private static ObjectNode resource(String type, ObjectNode properties) {
        ObjectNode resource = JsonNodeFactory.instance.objectNode();
        resource.put("Type", BALANCING + type).set("Properties", properties);
        return resource;
    }

    private static ObjectNode reference(String id) {
        return StackPart.function("Ref", TextNode.valueOf(id));
    }
}
