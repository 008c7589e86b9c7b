package io.teal.constructs.testing;

import io.teal.constructs.fleet.ColorFleet;
import io.teal.release.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One service in a template: what its fleets, weights and order are, found by tags and types, not by logical ids. */
@SuppressWarnings("unchecked")
final class ServiceTemplate {
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";
    private static final String LISTENER = "AWS::ElasticLoadBalancingV2::Listener";

    private final Map<String, Object> template;
    private final String service;

    /** The service called {@code service}; the empty name is any, for templates that have one. */
    ServiceTemplate(Map<String, Object> template, String service) {
        this.template = template;
        this.service = service;
    }

    ServiceTemplate of(String name) {
        return new ServiceTemplate(template, name);
    }

    Map<String, Map<String, Object>> resources() {
        return (Map<String, Map<String, Object>>) template.get("Resources");
    }

    /** Logical ids of the Auto Scaling groups of {@code color}. */
    List<String> fleets(Color color) {
        return resources().entrySet().stream()
                .filter(resource -> resource.getValue().get("Type").equals(GROUP))
                .filter(resource -> isOf(color, tags(resource.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    Optional<String> version(Color color) {
        return fleets(color).stream()
                .map(id -> tags(resources().get(id)).get(ColorFleet.VERSION_TAG))
                .findFirst();
    }

    Map<String, Object> group(Color color) {
        return properties(fleets(color).get(0));
    }

    /** Logical id of the launch template that {@code color}'s hosts boot from. */
    String launchTemplate(Color color) {
        Map<String, Object> group = group(color);
        Map<String, Object> specification = (Map<String, Object>) group.get("LaunchTemplate");
        if (specification == null) {
            Map<String, Object> mixed = (Map<String, Object>) group.get("MixedInstancesPolicy");
            Map<String, Object> template = (Map<String, Object>) mixed.get("LaunchTemplate");
            specification = (Map<String, Object>) template.get("LaunchTemplateSpecification");
        }
        return String.valueOf(((Map<String, Object>) specification.get("LaunchTemplateId")).get("Ref"));
    }

    /**
     * Logical ids of the listeners that share traffic between two target groups or more, those of the fleets among
     * them.
     */
    List<String> productionListeners() {
        return resources().entrySet().stream()
                .filter(resource -> resource.getValue().get("Type").equals(LISTENER))
                .filter(resource -> weights(resource.getKey()).size() >= 2)
                .filter(resource -> sharesWithFleets(weights(resource.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The weight of each target group behind {@code listener}, in the order they are written. */
    Map<String, Integer> weights(String listener) {
        Map<String, Integer> weights = new LinkedHashMap<>();
        for (Map<String, Object> action :
                (List<Map<String, Object>>) properties(listener).get("DefaultActions")) {
            Map<String, Object> forward = (Map<String, Object>) action.getOrDefault("ForwardConfig", Map.of());
            for (Object group : (List<Object>) forward.getOrDefault("TargetGroups", List.of())) {
                Map<String, Object> entry = (Map<String, Object>) group;
                weights.put(reference(entry.get("TargetGroupArn")), ((Number) entry.get("Weight")).intValue());
            }
        }
        return weights;
    }

    Map<String, Object> properties(String id) {
        return (Map<String, Object>) resources().get(id).getOrDefault("Properties", Map.of());
    }

    TemplateGraph graph() {
        return new TemplateGraph(resources());
    }

    private boolean sharesWithFleets(Map<String, Integer> weights) {
        return List.of(Color.values()).stream()
                .flatMap(color -> fleets(color).stream())
                .flatMap(id -> ((List<Object>) properties(id).get("TargetGroupARNs")).stream())
                .anyMatch(group -> weights.containsKey(reference(group)));
    }

    private boolean isOf(Color color, Map<String, String> tags) {
        return color.toString().equals(tags.get(ColorFleet.COLOR_TAG))
                && (service.isEmpty() || service.equals(tags.get(ColorFleet.SERVICE_TAG)));
    }

    private static Map<String, String> tags(Map<String, Object> resource) {
        Map<String, Object> properties = (Map<String, Object>) resource.getOrDefault("Properties", Map.of());
        Map<String, String> tags = new LinkedHashMap<>();
        for (Object tag : (List<Object>) properties.getOrDefault("Tags", List.of())) {
            Map<String, Object> entry = (Map<String, Object>) tag;
            tags.put(String.valueOf(entry.get("Key")), String.valueOf(entry.get("Value")));
        }
        return tags;
    }

    private static String reference(Object value) {
        return value instanceof Map<?, ?> map ? String.valueOf(map.get("Ref")) : String.valueOf(value);
    }
}
