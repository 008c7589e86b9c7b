package io.teal.rehearsal.aws.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.aws.LocalArns;
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

    /** The ARN of the load balancer or target group that {@code text} refers to, or {@code text} itself. */
    private String arn(String text) {
        Resource referred = template.resources().get(Opaque.referred(text));
        return switch (referred == null ? "" : referred.type()) {
            case ResourceReader.BALANCER -> LocalArns.loadBalancer(referred.id());
            case ResourceReader.GROUP -> LocalArns.targetGroup(referred.id());
            default -> text;
        };
    }
}
