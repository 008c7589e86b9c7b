package io.teal.rehearsal.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Edits of a template: what somebody could write by mistake. */
final class Edits {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode resources;

    private Edits(ObjectNode resources) {
        this.resources = resources;
    }

    /** The edit that {@code change} makes. */
    static UnaryOperator<String> by(Consumer<Edits> change) {
        return text -> {
            try {
                JsonNode template = JSON.readTree(text);
                change.accept(new Edits((ObjectNode) template.path("Resources")));
                return template.toString();
            } catch (JsonProcessingException malformed) {
                throw new IllegalArgumentException(malformed);
            }
        };
    }

    /** The logical ids that contain {@code part}, of resources whose type ends in {@code type}. */
    List<String> ids(String type, String part) {
        return resources.properties().stream()
                .filter(one -> one.getValue().path("Type").asText().endsWith(type)
                        && one.getKey().contains(part))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The properties of each resource whose type ends in {@code type}, and whose id contains {@code part}. */
    Stream<ObjectNode> each(String type, String part) {
        return ids(type, part).stream().map(id -> (ObjectNode) resources.get(id).path("Properties"));
    }

    Stream<ObjectNode> each(String type) {
        return each(type, "");
    }

    void set(String type, String property, Object value) {
        each(type).forEach(properties -> properties.putPOJO(property, value));
        retype();
    }

    /** Sets a value of every launch template's data. */
    void launch(String property, String value) {
        each("::LaunchTemplate").forEach(one -> ((ObjectNode) one.path("LaunchTemplateData")).put(property, value));
    }

    /** Sets both ports of every rule of {@code type}. */
    void ports(String type, int port) {
        each(type).forEach(rule -> rule.put("FromPort", port).put("ToPort", port));
    }

    /** Takes {@code action} out of every policy of roles whose id contains {@code part}. */
    void policies(String part, String action) {
        each("::Role", part)
                .forEach(role -> role.findValues("Statement").forEach(statements -> {
                    for (int i = statements.size() - 1; i >= 0; i--) {
                        if (statements.get(i).path("Action").toString().contains(action)) {
                            ((ArrayNode) statements).remove(i);
                        }
                    }
                }));
    }

    /** Roles whose id contains {@code part} may do {@code action} on the thing called {@code name} only. */
    void onlyOn(String part, String action, String name) {
        each("::Role", part)
                .flatMap(role -> role.path("Policies").findValues("Statement").stream())
                .flatMap(statements -> StreamSupport.stream(statements.spliterator(), false))
                .filter(one -> one.path("Effect").asText().equals("Allow")
                        && one.path("Action").toString().contains(action))
                .forEach(one -> ((ObjectNode) one).put("Resource", "arn:aws:any:eu-west-1:111111111111:thing/" + name));
    }

    /** Roles whose id contains {@code part} are denied {@code action} on every listener of load balancer {@code id}. */
    void denied(String part, String action, String id) {
        each("::Role", part)
                .flatMap(role -> role.path("Policies").findValues("Statement").stream())
                .limit(1)
                .forEach(statements -> {
                    ObjectNode denial = ((ArrayNode) statements).addObject();
                    denial.put("Effect", "Deny").put("Action", action);
                    ArrayNode join = denial.putObject("Resource").putArray("Fn::Join");
                    ArrayNode arn = join.add("").addArray();
                    arn.add("arn:aws:elasticloadbalancing:*:*:listener/");
                    arn.addObject().putArray("Fn::GetAtt").add(id).add("LoadBalancerFullName");
                    arn.add("/*");
                });
    }

    /** Without preview listeners whose id contains {@code part}; the function is then not kept from them either. */
    void withoutPreview(String part) {
        drop("::Listener", part);
        each("::Role", "FunctionRole")
                .forEach(role -> role.findValues("Statement").forEach(statements -> {
                    for (int i = statements.size() - 1; i >= 0; i--) {
                        if (statements.get(i).path("Effect").asText().equals("Deny")) {
                            ((ArrayNode) statements).remove(i);
                        }
                    }
                }));
    }

    /** Nothing of {@code type} depends on an Auto Scaling group. */
    void independent(String type) {
        List<String> fleets = ids("::AutoScalingGroup", "");
        ids(type, "").forEach(id -> {
            if (resources.get(id).path("DependsOn") instanceof ArrayNode list) {
                for (int i = list.size() - 1; i >= 0; i--) {
                    if (fleets.contains(list.get(i).asText())) {
                        list.remove(i);
                    }
                }
            }
        });
    }

    void withoutUpdatePolicy() {
        ids("::AutoScalingGroup", "").forEach(id -> ((ObjectNode) resources.get(id)).remove("UpdatePolicy"));
    }

    void drop(String type, String part) {
        ids(type, part).forEach(id -> {
            resources.remove(id);
            forget(id);
        });
    }

    /** Nothing depends on {@code id} any more. */
    private void forget(String id) {
        resources.forEach(resource -> {
            if (resource.path("DependsOn") instanceof ArrayNode list) {
                for (int i = list.size() - 1; i >= 0; i--) {
                    if (list.get(i).asText().equals(id)) {
                        list.remove(i);
                    }
                }
            }
        });
    }

    void attribute(String type, String list, String key, String value) {
        each(type).forEach(properties -> {
            ArrayNode attributes = properties.withArray(list);
            StreamSupport.stream(attributes.spliterator(), false)
                    .filter(one -> one.path("Key").asText().equals(key))
                    .findFirst()
                    .map(one -> (ObjectNode) one)
                    .orElseGet(() -> attributes.addObject().put("Key", key))
                    .put("Value", value);
        });
    }

    /** Objects that were put as such become nodes. */
    private void retype() {
        resources.properties().forEach(one -> one.setValue(JSON.valueToTree(one.getValue())));
    }
}
