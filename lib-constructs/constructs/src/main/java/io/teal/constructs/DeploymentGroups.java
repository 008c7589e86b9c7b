package io.teal.constructs;

import io.teal.constructs.internal.codedeploy.DeploymentGroupsConstruct;
import io.teal.constructs.internal.codedeploy.DeploymentSettings;
import java.util.List;
import software.constructs.Construct;

/** CodeDeploy's application and deployment groups; {@link DeploymentGroupsConstruct} says what they are made of. */
public final class DeploymentGroups extends DeploymentGroupsConstruct {
    DeploymentGroups(
            Construct scope, String id, List<ColorFleet> fleets, TrafficRouter router, DeploymentSettings options) {
        super(scope, id, fleets, router, options);
    }
}
