package io.teal.constructs.testing;

import static io.teal.constructs.internal.lastlook.Json.list;
import static io.teal.constructs.internal.lastlook.Json.map;

import io.teal.constructs.internal.lastlook.TemplateGraph;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.cutover.CutoverMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One service in a template: its fleets, weights and order, found by tags and types, not by logical ids. */
final class ServiceTemplate {
    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";
    private static final String LISTENER = "AWS::ElasticLoadBalancingV2::Listener";
    private static final String RULE = "AWS::ElasticLoadBalancingV2::ListenerRule";

    private static final int WHOLE = 100;

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

    /** Names of all services that have a fleet, whichever this one is. */
    Set<String> services() {
        Set<String> names = new TreeSet<>();
        ofType(GROUP).forEach(id -> names.add(tag(id, Contract.SERVICE_TAG)));
        names.remove("");
        return names;
    }

    /** Whether there are several services, and none is selected. */
    boolean isAmbiguous() {
        return service.isEmpty() && services().size() > 1;
    }

    boolean has(String id) {
        return resources().containsKey(id);
    }

    /** Logical ids of the Auto Scaling groups of {@code color}. */
    List<String> fleets(Color color) {
        return ofType(GROUP).stream()
                .filter(id -> tag(id, Contract.COLOR_TAG).equals(color.toString()))
                .filter(id -> service.isEmpty() || service.equals(tag(id, Contract.SERVICE_TAG)))
                .toList();
    }

    String version(String fleet) {
        return tag(fleet, Contract.VERSION_TAG);
    }

    /** Logical id of the launch template that {@code fleet}'s hosts boot from. */
    Optional<String> launchTemplate(String fleet) {
        Map<String, Object> group = properties(fleet);
        Map<String, Object> mixed = map(map(group.get("MixedInstancesPolicy")).get("LaunchTemplate"));
        Map<String, Object> specification =
                map(group.getOrDefault("LaunchTemplate", mixed.get("LaunchTemplateSpecification")));
        return Optional.of(reference(specification.get("LaunchTemplateId"))).filter(this::has);
    }

    /**
     * Logical ids of the listeners and rules that share traffic between two target groups or more, those of the fleets
     * among them.
     */
    List<String> productionListeners() {
        Set<String> fleets = List.of(Color.values()).stream()
                .flatMap(color -> targetGroups(color).stream())
                .collect(Collectors.toSet());
        return Stream.concat(ofType(LISTENER).stream(), ofType(RULE).stream())
                .filter(id -> weights(id).size() >= 2)
                .filter(id -> weights(id).keySet().stream().anyMatch(fleets::contains))
                .toList();
    }

    /**
     * The weight {@code listener} writes for {@code color}: that of the target group its fleet registers with, or, if
     * the colour has no fleet, of the one that is not the other colour's. Empty if none is written.
     */
    Optional<Integer> weight(String listener, Color color) {
        Set<String> own = targetGroups(color);
        Set<String> others = targetGroups(color.other());
        return weights(listener).entrySet().stream()
                .filter(group -> own.isEmpty() ? !others.contains(group.getKey()) : own.contains(group.getKey()))
                .findFirst()
                .flatMap(Map.Entry::getValue);
    }

    Map<String, Object> properties(String id) {
        return map(map(resources().get(id)).get("Properties"));
    }

    TemplateGraph graph() {
        return new TemplateGraph(resources());
    }

    private Set<String> targetGroups(Color color) {
        return fleets(color).stream()
                .flatMap(id -> list(properties(id).get("TargetGroupARNs")).stream())
                .map(ServiceTemplate::reference)
                .collect(Collectors.toSet());
    }

    private Map<String, Optional<Integer>> weights(String listener) {
        Map<String, Optional<Integer>> weights = new LinkedHashMap<>();
        for (Object action : actions(listener)) {
            for (Object group : list(map(map(action).get("ForwardConfig")).get("TargetGroups"))) {
                weights.put(
                        reference(map(group).get("TargetGroupArn")),
                        weight(map(group).get("Weight")));
            }
        }
        return weights;
    }

    private List<Object> actions(String listener) {
        Map<String, Object> properties = properties(listener);
        return list(properties.getOrDefault("DefaultActions", properties.get("Actions")));
    }

    /** A number, or the attribute of a Shift, which returns the weights of the release in its properties. */
    private Optional<Integer> weight(Object written) {
        if (written instanceof Number number) {
            return Optional.of(number.intValue());
        }
        List<Object> attribute = list(map(written).get("Fn::GetAtt"));
        if (attribute.size() != 2) {
            return Optional.empty();
        }
        Map<String, Object> shift = properties(attribute.get(0).toString());
        Object candidate = shift.getOrDefault("CandidatePercent", "");
        boolean active = (shift.get("Active") + CutoverMap.WEIGHT)
                .equalsIgnoreCase(attribute.get(1).toString());
        return Optional.of(candidate.toString())
                .filter(percent -> percent.matches("\\d+"))
                .map(Integer::valueOf)
                .map(percent -> active ? WHOLE - percent : percent);
    }

    private List<String> ofType(String type) {
        return resources().entrySet().stream()
                .filter(resource -> type.equals(map(resource.getValue()).get("Type")))
                .map(Map.Entry::getKey)
                .toList();
    }

    private String tag(String id, String key) {
        return list(properties(id).get("Tags")).stream()
                .filter(tag -> key.equals(map(tag).get("Key")))
                .map(tag -> String.valueOf(map(tag).get("Value")))
                .findFirst()
                .orElse("");
    }

    private Map<String, Object> resources() {
        return map(template.get("Resources"));
    }

    private static String reference(Object value) {
        return value instanceof Map<?, ?> map ? String.valueOf(map.get("Ref")) : String.valueOf(value);
    }
}
