package io.teal.rehearsal.aws.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.template.IntrinsicFunctions;
import io.teal.rehearsal.template.Opaque;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.Release;
import io.teal.release.cutover.CutoverMap;
import java.util.HashMap;
import java.util.Map;

/** Reads Teal's custom resources. */
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

    /** The weights that each Shift returns as attributes if it succeeds. */
    Map<String, String> settledWeights() {
        Map<String, String> weights = new HashMap<>();
        for (Resource shift : template.ofType(Contract.SHIFT)) {
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

    @SuppressWarnings("unchecked")
    private Map<String, Object> map(JsonNode node) {
        return (Map<String, Object>) IntrinsicFunctions.plain(node, this::arn);
    }

    /** Shaped as in AWS: metric dimensions are parts of these ARNs. */
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
