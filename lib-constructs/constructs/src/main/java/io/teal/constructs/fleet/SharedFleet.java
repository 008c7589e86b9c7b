package io.teal.constructs.fleet;

import io.teal.constructs.support.GroupNames;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.TargetTrackingScalingPolicy;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.iam.IRole;
import software.constructs.Construct;

/**
 * The hosts of both colours: a launch template, an Auto Scaling group that registers each host in both target groups,
 * and a CPU target.
 *
 * <p>What CloudFormation does: it makes the group once, and a release changes nothing of it but tags. It has no update
 * policy, so no deploy replaces hosts; they come and go by Auto Scaling, which judges them by EC2's checks only.
 */
public final class SharedFleet extends Construct {
    private final Settings settings;
    private final LaunchTemplate launchTemplate;
    private final AutoScalingGroup autoScalingGroup;
    private final FleetScaling scaling;

    /**
     * What a {@link SharedFleet} is made of.
     *
     * @param serviceName the service; part of the Auto Scaling group's name
     * @param release what both colours run
     * @param vpc where the hosts are
     * @param hosts what they boot from
     * @param role what they may do
     * @param securityGroup who may reach them
     * @param targetGroups ARNs of the target groups that every host registers in
     * @param options sizes, scaling, volumes
     */
    public record Settings(
            String serviceName,
            Release release,
            IVpc vpc,
            SharedHosts hosts,
            IRole role,
            ISecurityGroup securityGroup,
            List<String> targetGroups,
            FleetOptions options) {
        /** Checks that nothing is missing. */
        public Settings {
            Objects.requireNonNull(serviceName, "serviceName");
            Objects.requireNonNull(release, "release");
            Objects.requireNonNull(vpc, "vpc");
            Objects.requireNonNull(hosts, "hosts");
            Objects.requireNonNull(role, "role");
            Objects.requireNonNull(securityGroup, "securityGroup");
            Objects.requireNonNull(options, "options");
            targetGroups = List.copyOf(targetGroups);
        }
    }

    /**
     * The fleet that {@code settings} describe.
     *
     * @throws InvalidValueException if the subnets are in fewer than two zones, or a group of the app has the name
     */
    public SharedFleet(Construct scope, String id, Settings settings) {
        super(scope, id);
        this.settings = settings;
        GroupNames.take(this, groupName(this, settings.serviceName()));
        FleetParts parts = new FleetParts(
                settings.vpc(), settings.role(), settings.securityGroup(), settings.targetGroups(), settings.options());
        this.launchTemplate = parts.launchTemplate(this, settings.hosts().hostSetup());
        this.autoScalingGroup = parts.group(
                this,
                groupName(this, settings.serviceName()),
                launchTemplate,
                Optional.empty(),
                HostHealth.ofTheHost(settings.options()));
        this.scaling = new FleetScaling(this, autoScalingGroup, settings.options(), applies());
        tag();
    }

    /** The group's name, {@code <stack>-<service>}: fixed, so that policies can name it without referring to it. */
    public static String groupName(Construct scope, String serviceName) {
        return Contract.groupName(Stack.of(scope).getStackName(), serviceName);
    }

    /** The launch template. */
    public LaunchTemplate getLaunchTemplate() {
        return launchTemplate;
    }

    /** The Auto Scaling group. */
    public AutoScalingGroup getAutoScalingGroup() {
        return autoScalingGroup;
    }

    /** The policy that keeps the CPU at its target. */
    public TargetTrackingScalingPolicy getScaling() {
        return scaling.cpuPolicy();
    }

    /** All that changes the group's size: policies and schedules. */
    public List<CfnResource> getSizing() {
        return scaling.resources();
    }

    /** Hosts are not taken away while two versions run: a release counts on as many as it began with. */
    private FleetScaling.Applies applies() {
        boolean one =
                settings.release().version(settings.release().active().other()).isEmpty();
        return new FleetScaling.Applies(one, true, Optional.empty());
    }

    private void tag() {
        Tags tags = Tags.of(autoScalingGroup);
        tags.add("Name", groupName(this, settings.serviceName()));
        tags.add(Contract.SERVICE_TAG, settings.serviceName());
        for (Color color : Color.values()) {
            settings.release()
                    .version(color)
                    .ifPresent(version -> tags.add(Contract.versionTag(color), version.value()));
        }
    }
}
