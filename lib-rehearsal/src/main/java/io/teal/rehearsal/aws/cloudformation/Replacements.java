package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import java.util.List;
import java.util.Map;

/** Refuses changes for which CloudFormation replaces a resource or re-registers hosts. */
final class Replacements {
    private static final Map<String, List<String>> FIXED = Map.of(
            ResourceReader.GROUP, List.of("Name", "Port", "Protocol", "ProtocolVersion", "TargetType", "VpcId"),
            ResourceReader.BALANCER, List.of("Name", "Scheme", "Type"),
            ResourceReader.LISTENER, List.of("LoadBalancerArn"),
            ResourceReader.RULE, List.of("ListenerArn"),
            ResourceReader.FLEET, List.of("AutoScalingGroupName", "TargetGroupARNs"));

    private Replacements() {}

    static void refuse(Template before, Template after) {
        for (Resource resource : after.resources().values()) {
            Resource old = before.resources().get(resource.id());
            if (old != null && !old.type().equals(resource.type())) {
                throw refused(resource, "its type");
            }
            for (String property : FIXED.getOrDefault(resource.type(), List.of())) {
                if (old != null && !value(before, old, property).equals(value(after, resource, property))) {
                    throw refused(resource, property);
                }
            }
        }
    }

    private static String value(Template template, Resource resource, String property) {
        return template.resolved(resource, "Properties").path(property).toString();
    }

    private static BadInputException refused(Resource resource, String what) {
        return new BadInputException(
                resource.type() + " " + resource.id() + " changes " + what + ": not modelled",
                "keep it, or use a new logical id");
    }
}
