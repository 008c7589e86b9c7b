package io.teal.constructs.internal.lastlook;

import java.util.Objects;
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
                && Json.list(Json.at(resource, "Properties", "AutoScalingGroups")).stream()
                        .anyMatch(group -> template.reference(fleet).equals(group)
                                || Objects.equals(template.property(fleet, "AutoScalingGroupName"), group));
    }
}
