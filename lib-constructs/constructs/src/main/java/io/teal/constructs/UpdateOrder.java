package io.teal.constructs;

import io.teal.constructs.internal.common.L1;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;

/**
 * The order CloudFormation updates a service in, as explicit dependencies between single resources; those that
 * {@link Cutover} does not make itself.
 *
 * <pre>
 *   preview, rules ─▶ Auto Scaling group ─▶ deployment group (─▶ Install) ─▶ Shift (─▶ production)
 * </pre>
 *
 * <p>CloudFormation updates resources in parallel where nothing orders them: without these dependencies a weight could
 * rise before the group it points at exists. Never between constructs: a dependency on a construct is one on everything
 * in it, and closes cycles.
 */
final class UpdateOrder {
    private final TrafficRouter router;
    private final Optional<DeploymentGroups> deploymentGroups;
    private final Cutover cutover;

    UpdateOrder(TrafficRouter router, Optional<DeploymentGroups> deploymentGroups, Cutover cutover) {
        this.router = router;
        this.deploymentGroups = deploymentGroups;
        this.cutover = cutover;
    }

    void apply(Collection<ColorFleet> fleets) {
        for (ColorFleet fleet : fleets) {
            entry(fleet).forEach(L1.of(fleet.getAutoScalingGroup())::addResourceDependency);
            deploymentGroups
                    .flatMap(groups -> groups.getDeploymentGroup(fleet.getColor()))
                    .ifPresent(group -> cutover.getShift().addResourceDependency(L1.of(group)));
        }
    }

    /** What must be there before a host boots, or its health check cannot pass. */
    private List<CfnResource> entry(ColorFleet fleet) {
        List<CfnResource> entry = new ArrayList<>(router.getFleetRules());
        entry.add(router.getPreview(fleet.getColor()));
        return entry;
    }
}
