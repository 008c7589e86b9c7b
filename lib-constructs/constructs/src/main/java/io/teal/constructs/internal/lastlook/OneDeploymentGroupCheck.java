package io.teal.constructs.internal.lastlook;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.codedeploy.CfnDeploymentGroup;

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
        List<Object> names = Stream.of(template.reference(fleet), template.property(fleet, "AutoScalingGroupName"))
                .filter(Objects::nonNull)
                .toList();
        Stream<String> here = template.ids().stream()
                .filter(id -> !id.equals(template.id(own)) && deploysTo(names, template.resource(id)))
                .map(template::where);
        Stream<String> below = template.below(CfnDeploymentGroup.class)
                .filter(group -> mentions(names, template.resolved(group.getAutoScalingGroups())))
                .map(template::where);
        return Stream.concat(here, below)
                .map(where -> new Violation(
                        where,
                        "deploys to " + whose
                                + "'s fleet too, and CodeDeploy needs one group for each Auto Scaling group",
                        "remove it"));
    }

    private static boolean deploysTo(List<Object> fleet, Object resource) {
        return "AWS::CodeDeploy::DeploymentGroup".equals(Json.at(resource, "Type"))
                && mentions(fleet, Json.at(resource, "Properties", "AutoScalingGroups"));
    }

    /** Wherever it stands: a condition may choose between lists. */
    private static boolean mentions(List<Object> fleet, Object value) {
        if (value != null && fleet.contains(value)) {
            return true;
        }
        Collection<?> parts = value instanceof Map<?, ?> map ? map.values() : Json.list(value);
        return parts.stream().anyMatch(part -> mentions(fleet, part));
    }
}
