package io.teal.constructs.internal.codedeploy;

import io.teal.constructs.internal.fleet.ColorFleetConstruct;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.codedeploy.CfnDeploymentGroup;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** Finds deployment groups of the stack that deploy to a fleet besides its own. */
final class OneGroupPerFleet {
    private OneGroupPerFleet() {}

    /** One line for each fleet and each other group that deploys to it. */
    static List<String> violations(DeploymentGroupsConstruct groups, List<? extends ColorFleetConstruct> fleets) {
        return fleets.stream()
                .flatMap(fleet -> violations(groups, fleet.getColor().toString(), fleet.getAutoScalingGroup()).stream())
                .toList();
    }

    /** One line for each group outside {@code own} that deploys to {@code hosts}, the fleet of {@code whose}. */
    static List<String> violations(Construct own, String whose, AutoScalingGroup hosts) {
        Stack stack = Stack.of(own);
        List<String> violations = new ArrayList<>();
        for (IConstruct construct : stack.getNode().findAll()) {
            boolean inside = (construct.getNode().getPath() + "/")
                    .startsWith(own.getNode().getPath() + "/");
            if (!inside && construct instanceof CfnDeploymentGroup other && names(stack, other, hosts)) {
                violations.add("deployment group " + other.getNode().getPath() + " deploys to " + whose
                        + "'s fleet too, and CodeDeploy needs one group for each Auto Scaling group; remove it");
            }
        }
        return violations;
    }

    private static boolean names(Stack stack, CfnDeploymentGroup other, AutoScalingGroup hosts) {
        String deploysTo = String.valueOf(stack.resolve(other.getAutoScalingGroups()));
        return deploysTo.contains(String.valueOf(stack.resolve(hosts.getAutoScalingGroupName())));
    }
}
