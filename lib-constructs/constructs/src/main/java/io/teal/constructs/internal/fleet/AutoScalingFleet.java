package io.teal.constructs.internal.fleet;

import io.teal.constructs.internal.common.GroupNames;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.TargetTrackingScalingPolicy;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.constructs.Construct;

/** A fleet of a paired service: a launch template, an Auto Scaling group of a fixed name, and what changes its size. */
public abstract class AutoScalingFleet extends Construct {
    private final LaunchTemplate launchTemplate;
    private final AutoScalingGroup autoScalingGroup;
    private final FleetScaling scaling;
    private final Tags tags;

    AutoScalingFleet(
            Construct scope,
            String id,
            String groupName,
            FleetParts parts,
            HostBoot boot,
            Optional<RefreshPolicy> refresh,
            FleetScaling.Applies applies) {
        super(scope, id);
        GroupNames.take(this, groupName);
        this.launchTemplate = parts.launchTemplate(this, boot, true);
        this.autoScalingGroup = parts.group(this, groupName, launchTemplate, refresh, boot.healthCheckType());
        this.scaling = new FleetScaling(this, autoScalingGroup, parts.options(), applies);
        this.tags = Tags.of(autoScalingGroup);
        tag("Name", groupName);
    }

    final void tag(String key, String value) {
        tags.add(key, value);
    }

    /** The launch template. */
    public final LaunchTemplate getLaunchTemplate() {
        return launchTemplate;
    }

    /**
     * The Auto Scaling group. If it is attached to target groups of your own, its hosts register in these too; a host
     * that fails the health check of any of them is replaced.
     */
    public final AutoScalingGroup getAutoScalingGroup() {
        return autoScalingGroup;
    }

    /** The policy that keeps the CPU at its target. */
    public final TargetTrackingScalingPolicy getScaling() {
        return scaling.cpuPolicy();
    }

    /** All that changes the group's size: policies and schedules. */
    public final List<CfnResource> getSizing() {
        return scaling.resources();
    }
}
