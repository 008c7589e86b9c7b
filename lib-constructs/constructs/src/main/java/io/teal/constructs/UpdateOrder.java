package io.teal.constructs;

import io.teal.constructs.codedeploy.DeploymentGroups;
import io.teal.constructs.fleet.ColorFleet;
import io.teal.constructs.traffic.TrafficRouter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.constructs.Construct;

/**
 * The order CloudFormation updates a service in, as explicit dependencies between single resources.
 *
 * <pre>
 *   load balancer ─▶ preview listener, rules ─▶ fleet (group, scaling, deployment group) ─▶ production listener
 * </pre>
 *
 * <p>CloudFormation updates what nothing orders in parallel: without these arrows a weight could rise before the group
 * it points at exists. Never between constructs: a dependency on a construct is one on everything in it, and closes
 * cycles.
 */
final class UpdateOrder {
    private final TrafficRouter router;
    private final Optional<DeploymentGroups> deploymentGroups;

    UpdateOrder(TrafficRouter router, Optional<DeploymentGroups> deploymentGroups) {
        this.router = router;
        this.deploymentGroups = deploymentGroups;
    }

    void apply(Collection<ColorFleet> fleets) {
        CfnResource production = resource(router.getProductionListener());
        for (ColorFleet fleet : fleets) {
            entry(fleet).forEach(resource(fleet.getAutoScalingGroup())::addResourceDependency);
            completion(fleet).forEach(production::addResourceDependency);
        }
    }

    /** What must be there before a host boots, or its health check cannot pass. */
    private List<CfnResource> entry(ColorFleet fleet) {
        List<CfnResource> entry = new ArrayList<>(router.getFleetRules());
        entry.add(resource(router.getPreviewListener(fleet.getColor())));
        return entry;
    }

    private List<CfnResource> completion(ColorFleet fleet) {
        List<CfnResource> completion = new ArrayList<>();
        completion.add(resource(fleet.getAutoScalingGroup()));
        completion.add(resource(fleet.getScaling()));
        deploymentGroups
                .flatMap(groups -> groups.getDeploymentGroup(fleet.getColor()))
                .ifPresent(group -> completion.add(resource(group)));
        return completion;
    }

    private static CfnResource resource(Construct construct) {
        return (CfnResource) construct.getNode().getDefaultChild();
    }
}
