package io.teal.constructs.codedeploy;

import io.teal.constructs.fleet.ColorFleet;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.codedeploy.CfnDeploymentGroup;
import software.constructs.IConstruct;

/** That no deployment group of the stack but a fleet's own deploys to it. */
final class OneGroupEach {
    private OneGroupEach() {}

    /** One line for each fleet and each group beside its own. */
    static List<String> violations(DeploymentGroups groups, List<ColorFleet> fleets) {
        Stack stack = Stack.of(groups);
        List<String> violations = new ArrayList<>();
        for (IConstruct construct : stack.getNode().findAll()) {
            boolean own = (construct.getNode().getPath() + "/")
                    .startsWith(groups.getNode().getPath() + "/");
            if (!own && construct instanceof CfnDeploymentGroup other) {
                String deploysTo = String.valueOf(stack.resolve(other.getAutoScalingGroups()));
                fleets.stream()
                        .filter(fleet -> names(stack, deploysTo, fleet))
                        .forEach(fleet -> violations.add(line(other, fleet)));
            }
        }
        return violations;
    }

    private static boolean names(Stack stack, String deploysTo, ColorFleet fleet) {
        String reference =
                String.valueOf(stack.resolve(fleet.getAutoScalingGroup().getAutoScalingGroupName()));
        return deploysTo.contains(reference);
    }

    private static String line(CfnDeploymentGroup other, ColorFleet fleet) {
        return "deployment group " + other.getNode().getPath() + " deploys to " + fleet.getColor()
                + "'s fleet too, and CodeDeploy needs one group for each Auto Scaling group; remove it";
    }
}
