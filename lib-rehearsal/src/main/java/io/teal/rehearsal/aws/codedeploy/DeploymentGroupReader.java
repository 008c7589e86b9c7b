package io.teal.rehearsal.aws.codedeploy;

import io.teal.rehearsal.aws.autoscaling.FleetReader;
import io.teal.rehearsal.aws.codedeploy.DeploymentGroupModel.DeploymentConfiguration;
import io.teal.rehearsal.template.Fields;
import io.teal.rehearsal.template.Resource;
import io.teal.rehearsal.template.Template;
import java.util.List;
import java.util.Map;

/** Reads {@code AWS::CodeDeploy::DeploymentGroup}. */
public final class DeploymentGroupReader {
    /** The resource type that it reads. */
    public static final String DEPLOYMENT_GROUP = "AWS::CodeDeploy::DeploymentGroup";

    private static final Map<String, DeploymentConfiguration> CONFIGURATIONS = Map.of(
            "CodeDeployDefault.OneAtATime", DeploymentConfiguration.ONE_AT_A_TIME,
            "CodeDeployDefault.HalfAtATime", DeploymentConfiguration.HALF_AT_A_TIME,
            "CodeDeployDefault.AllAtOnce", DeploymentConfiguration.ALL_AT_ONCE);

    private DeploymentGroupReader() {}

    /** Reads deployment group {@code id} of {@code template}. */
    public static DeploymentGroupModel read(String id, Fields fields, Template template) {
        List<String> fleets = fields.references("AutoScalingGroups");
        return fleets.stream()
                .filter(fleet -> isShared(template, fleet))
                .findFirst()
                .map(fleet -> new DeploymentGroupModel(id, fleet, true, DeploymentConfiguration.ALL_AT_ONCE, false))
                .orElseGet(() -> ofOneColor(id, fields, fleets));
    }

    private static DeploymentGroupModel ofOneColor(String id, Fields fields, List<String> fleets) {
        String config = fields.text("DeploymentConfigName", "CodeDeployDefault.OneAtATime");
        if (!CONFIGURATIONS.containsKey(config)) {
            throw fields.refused(
                    "deployment configuration " + config + " is not modelled",
                    "use a predefined one: OneAtATime, HalfAtATime, AllAtOnce");
        }
        if (fleets.size() != 1) {
            throw fields.refused(
                    "it deploys to " + fleets.size() + " Auto Scaling groups; only one is modelled",
                    "give each Auto Scaling group a deployment group of its own");
        }
        String style = fields.at("DeploymentStyle").path("DeploymentType").asText("IN_PLACE");
        if (!style.equals("IN_PLACE")) {
            throw fields.refused("deployment type " + style + " is not modelled", "use IN_PLACE");
        }
        boolean traffic =
                fields.at("DeploymentStyle").path("DeploymentOption").asText().equals("WITH_TRAFFIC_CONTROL");
        return new DeploymentGroupModel(
                id, fleets.get(0), false, CONFIGURATIONS.get(config), traffic, names(id, fields));
    }

    private static DeploymentGroupModel.AgentNames names(String id, Fields fields) {
        return new DeploymentGroupModel.AgentNames(
                fields.referred("ApplicationName"), fields.name("DeploymentGroupName", id));
    }

    private static boolean isShared(Template template, String fleet) {
        Resource resource = template.resources().get(fleet);
        return resource != null
                && FleetReader.read(fleet, new Fields(template, resource), template)
                        .sharesHosts();
    }
}
