package io.teal.rehearsal.aws.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.template.Opaque;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.cutover.CutoverMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads Teal's two custom resources. */
final class CustomResourceReader {
    private static final String BALANCING = "AWS::ElasticLoadBalancingV2::";
    private static final String ARN = "arn:aws:elasticloadbalancing:local:000000000000:";

    private final Template template;

    CustomResourceReader(Template template) {
        this.template = template;
    }

    CustomResourceModel read(Resource resource) {
        return new CustomResourceModel(resource.id(), resource.type(), map(template.resolved(resource, "Properties")));
    }

    /** The weights that each Shift answers with when all goes well, as attributes. */
    Map<String, String> settledWeights() {
        Map<String, String> weights = new HashMap<>();
        for (Resource shift : template.ofType(CustomResourceModel.SHIFT)) {
            Release release =
                    CutoverMap.read(read(shift).properties()).request().release();
            for (Color color : Color.values()) {
                weights.put(
                        shift.id() + "." + CutoverMap.name(color) + CutoverMap.WEIGHT,
                        Integer.toString(release.weight(color)));
            }
        }
        return weights;
    }

    private Map<String, Object> map(JsonNode node) {
        Map<String, Object> map = new TreeMap<>();
        node.properties().forEach(field -> map.put(field.getKey(), value(field.getValue())));
        return map;
    }

    private Object value(JsonNode node) {
        if (node.isObject()) {
            return map(node);
        }
        if (!node.isArray()) {
            return arn(node.asText());
        }
        List<Object> list = new ArrayList<>();
        node.forEach(item -> list.add(value(item)));
        return list;
    }

    /** Metrics are named by parts of these ARNs, so they are shaped as AWS shapes them. */
    private String arn(String text) {
        Resource referred = template.resources().get(Opaque.referred(text));
        if (referred == null || !referred.type().startsWith(BALANCING)) {
            return text;
        }
        return switch (referred.type().substring(BALANCING.length())) {
            case "LoadBalancer" -> ARN + "loadbalancer/app/" + referred.id() + "/1";
            case "TargetGroup" -> ARN + "targetgroup/" + referred.id() + "/1";
            default -> text;
        };
    }
}
