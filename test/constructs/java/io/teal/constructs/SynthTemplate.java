package io.teal.constructs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.teal.constructs.internal.lastlook.TemplateGraph;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;
import software.constructs.Construct;

/** A template as tests read it: resources by type or by the readable part of their logical ids. */
@SuppressWarnings("unchecked")
public record SynthTemplate(Map<String, Object> json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The template of the stack that {@code construct} is in. */
    public static SynthTemplate of(Construct construct) {
        return new SynthTemplate(Template.fromStack(Stack.of(construct)).toJSON());
    }

    /** A copy whose every map and list can be altered. */
    public SynthTemplate copy() {
        try {
            return new SynthTemplate(MAPPER.readValue(MAPPER.writeValueAsString(json), Map.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public Map<String, Map<String, Object>> resources() {
        return (Map<String, Map<String, Object>>) json.get("Resources");
    }

    public Map<String, Map<String, Object>> outputs() {
        return (Map<String, Map<String, Object>>) json.get("Outputs");
    }

    public TemplateGraph graph() {
        return new TemplateGraph(resources());
    }

    /** Logical ids of all resources of {@code type}, as in {@code AutoScaling::AutoScalingGroup}. */
    public List<String> ids(String type) {
        return resources().entrySet().stream()
                .filter(resource -> resource.getValue().get("Type").equals("AWS::" + type))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The one logical id that is {@code readable} but for the CDK's hash. */
    public String id(String readable) {
        List<String> ids = resources().keySet().stream()
                .filter(id -> withoutHash(id).equals(readable))
                .toList();
        if (ids.size() != 1) {
            throw new AssertionError("expected one " + readable + ", found " + ids + " among "
                    + resources().keySet());
        }
        return ids.get(0);
    }

    public Map<String, Object> resource(String readable) {
        return resources().get(id(readable));
    }

    public Map<String, Object> properties(String readable) {
        return (Map<String, Object>) resource(readable).get("Properties");
    }

    /** What stands below a property, at {@code path}: names, and numbers for places in lists. */
    public Object property(String readable, Object... path) {
        Object value = properties(readable);
        for (Object step : path) {
            value = value instanceof List<?> list ? list.get((Integer) step) : ((Map<String, Object>) value).get(step);
        }
        return value;
    }

    /** What {@code readable} names in {@code DependsOn}, without hashes. */
    public List<String> dependsOn(String readable) {
        return ((Collection<String>) resource(readable).getOrDefault("DependsOn", List.of()))
                .stream().map(SynthTemplate::withoutHash).toList();
    }

    public static String withoutHash(String logicalId) {
        return logicalId.replaceAll("[0-9A-F]{8}$", "");
    }
}
