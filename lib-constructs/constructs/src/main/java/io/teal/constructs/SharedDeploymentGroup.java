package io.teal.constructs;

import io.teal.constructs.internal.codedeploy.DeploymentSettings;
import io.teal.constructs.internal.codedeploy.SingleDeploymentGroup;
import java.util.List;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.constructs.Construct;

/**
 * CodeDeploy's application and the one deployment group of hosts that both colours of a {@link SameHostService} share.
 *
 * <p>It installs without traffic control: a host that is taken out of the load balancer would be out for the colour
 * that serves, too. The scripts leave that colour alone.
 */
public final class SharedDeploymentGroup extends SingleDeploymentGroup {
    SharedDeploymentGroup(Construct scope, String id, AutoScalingGroup hosts, DeploymentSettings options) {
        super(scope, id, hosts, List.of(), options);
    }
}
