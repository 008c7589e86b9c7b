package io.teal.constructs;

import io.teal.constructs.internal.codedeploy.DeploymentGroupsConstruct;
import io.teal.constructs.internal.codedeploy.DeploymentGroupsProps;
import software.constructs.Construct;

/** CodeDeploy's application and deployment groups; {@link DeploymentGroupsConstruct} says what they are made of. */
public final class DeploymentGroups extends DeploymentGroupsConstruct {
    DeploymentGroups(Construct scope, String id, DeploymentGroupsProps props) {
        super(scope, id, props);
    }
}
