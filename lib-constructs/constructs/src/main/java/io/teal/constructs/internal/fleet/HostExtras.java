package io.teal.constructs.internal.fleet;

import io.teal.constructs.internal.common.L1;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.autoscaling.CfnAutoScalingGroup;
import software.amazon.awscdk.services.ec2.LaunchTemplate;

/**
 * What {@link HostSettings} say that the CDK's constructs take in some of its versions only, or not in the launch
 * template.
 */
final class HostExtras {
    private HostExtras() {}

    /** In the launch template, which Preflight pins, and not in the group, where a change replaces hosts that serve. */
    static void place(LaunchTemplate template, HostSettings hosts) {
        CfnResource resource = L1.of(template);
        hosts.placementGroup()
                .ifPresent(group -> resource.addPropertyOverride(
                        "LaunchTemplateData.Placement.GroupName", group.getPlacementGroupName()));
        hosts.capacityReservations()
                .ifPresent(arn -> resource.addPropertyOverride(
                        "LaunchTemplateData.CapacityReservationSpecification.CapacityReservationTarget",
                        new TreeMap<>(Map.of("CapacityReservationResourceGroupArn", arn))));
    }

    /** What Auto Scaling does with the group's hosts. */
    static void write(CfnAutoScalingGroup group, HostSettings hosts) {
        if (hosts.spot().isPresent()) {
            group.setCapacityRebalance(true);
        }
        if (!hosts.lifecycleHooks().isEmpty()) {
            group.setLifecycleHookSpecificationList(List.copyOf(hosts.lifecycleHooks()));
        }
        if (hosts.keepAbandoned()) {
            group.addPropertyOverride("InstanceLifecyclePolicy.RetentionTriggers.TerminateHookAbandon", "retain");
        }
    }
}
