package io.teal.constructs.internal.lastlook;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;

/**
 * A fleet has one deployment group: with a second, CodeDeploy would install twice on each host at the same time.
 *
 * @param own the group that may deploy to the fleet
 * @param fleet the Auto Scaling group
 * @param whose the colour or service, for messages
 */
public record OneDeploymentGroupCheck(CfnResource own, CfnResource fleet, String whose) implements TemplateCheck {
    @Override
    public Stream<Violation> violations(RenderedTemplate template) {
        return template.ids().stream()
                .filter(id -> !id.equals(template.id(own)) && deploysToTheFleet(template, template.resource(id)))
                .map(id -> new Violation(
                        template.where(id),
                        "deploys to " + whose
                                + "'s fleet too, and CodeDeploy needs one group for each Auto Scaling group",
                        "remove it"));
    }

    private boolean deploysToTheFleet(RenderedTemplate template, Object resource) {
        return "AWS::CodeDeploy::DeploymentGroup".equals(Json.at(resource, "Type"))
                && names(
                        Json.at(resource, "Properties", "AutoScalingGroups"),
                        Arrays.asList(template.reference(fleet), template.property(fleet, "AutoScalingGroupName")));
    }

    /** Wherever it stands: a condition may choose between lists. */
    private static boolean names(Object value, List<?> fleet) {
        if (fleet.contains(value)) {
            return true;
        }
        Collection<?> parts = value instanceof Map<?, ?> map ? map.values() : Json.list(value);
        return parts.stream().anyMatch(part -> names(part, fleet));
    }
}
