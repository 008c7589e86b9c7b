package io.teal.constructs.fleet;

import io.teal.constructs.support.GroupNames;
import io.teal.release.Color;
import io.teal.release.Release;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.CfnAutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.autoscaling.Ec2HealthChecksOptions;
import software.amazon.awscdk.services.autoscaling.GroupMetrics;
import software.amazon.awscdk.services.autoscaling.HealthChecks;
import software.amazon.awscdk.services.autoscaling.LaunchTemplateOverrides;
import software.amazon.awscdk.services.autoscaling.MixedInstancesPolicy;
import software.amazon.awscdk.services.autoscaling.TargetTrackingScalingPolicy;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.LaunchTemplateHttpTokens;
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
    private final TargetTrackingScalingPolicy scaling;

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
     * @throws IllegalArgumentException if the subnets are in fewer than two zones, or a group of the app has the name
     */
    public SharedFleet(Construct scope, String id, Settings settings) {
        super(scope, id);
        this.settings = settings;
        GroupNames.take(this, groupName(this, settings.serviceName()));
        requireTwoZones();
        this.launchTemplate = launchTemplate();
        this.autoScalingGroup = autoScalingGroup();
        register();
        this.scaling = scaling();
        tag();
    }

    /** The group's name, {@code <stack>-<service>}: fixed, so that policies can name it without referring to it. */
    public static String groupName(Construct scope, String serviceName) {
        return Stack.of(scope).getStackName() + "-" + serviceName;
    }

    /** Key of the tag of group and hosts that names the version of {@code color}. */
    public static String versionTag(Color color) {
        return "teal:" + color + ":version";
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
        return scaling;
    }

    private void requireTwoZones() {
        List<String> zones =
                settings.vpc().selectSubnets(settings.options().subnets()).getAvailabilityZones();
        int distinct = new HashSet<>(zones).size();
        FleetChecks.check(
                distinct >= 2,
                "the fleet's subnets are in " + distinct + " availability zone(s) and need two or more, so that one"
                        + " may fail; choose other subnets or another VPC");
    }

    private LaunchTemplate launchTemplate() {
        HostSetup setup = settings.hosts().hostSetup();
        LaunchTemplate template = LaunchTemplate.Builder.create(this, "LaunchTemplate")
                .machineImage(setup.image())
                .userData(setup.userData())
                .instanceType(settings.options().instanceTypes().get(0))
                .role(settings.role())
                .securityGroup(settings.securityGroup())
                .blockDevices(settings.options().blockDevices())
                .httpTokens(LaunchTemplateHttpTokens.REQUIRED)
                .build();
        settings.options().securityGroups().forEach(template::addSecurityGroup);
        return template;
    }

    private AutoScalingGroup autoScalingGroup() {
        AutoScalingGroup.Builder group = AutoScalingGroup.Builder.create(this, "Group")
                .autoScalingGroupName(groupName(this, settings.serviceName()))
                .vpc(settings.vpc())
                .vpcSubnets(settings.options().subnets())
                .minCapacity(settings.options().minCapacity())
                .maxCapacity(settings.options().maxCapacity())
                .healthChecks(HealthChecks.ec2(Ec2HealthChecksOptions.builder()
                        .gracePeriod(settings.options().healthCheckGracePeriod())
                        .build()))
                .defaultInstanceWarmup(settings.options().warmUp())
                .groupMetrics(List.of(GroupMetrics.all()));
        if (settings.options().instanceTypes().size() == 1) {
            return group.launchTemplate(launchTemplate).build();
        }
        return group.mixedInstancesPolicy(anyInstanceType()).build();
    }

    private MixedInstancesPolicy anyInstanceType() {
        return MixedInstancesPolicy.builder()
                .launchTemplate(launchTemplate)
                .launchTemplateOverrides(settings.options().instanceTypes().stream()
                        .map(type -> LaunchTemplateOverrides.builder()
                                .instanceType(type)
                                .build())
                        .toList())
                .build();
    }

    /** Through the L1, as in {@link ColorFleet}: the L2's way adds rules to security groups. */
    private void register() {
        CfnAutoScalingGroup group =
                (CfnAutoScalingGroup) autoScalingGroup.getNode().getDefaultChild();
        group.setTargetGroupArns(settings.targetGroups());
        group.getNode()
                .addDependency(settings.vpc()
                        .selectSubnets(settings.options().subnets())
                        .getInternetConnectivityEstablished());
    }

    /** Hosts are not taken away while two versions run: a release counts on as many as it began with. */
    private TargetTrackingScalingPolicy scaling() {
        boolean one =
                settings.release().version(settings.release().active().other()).isEmpty();
        return autoScalingGroup.scaleOnCpuUtilization(
                "Cpu",
                CpuUtilizationScalingProps.builder()
                        .targetUtilizationPercent(settings.options().cpuTargetPercent())
                        .disableScaleIn(!one)
                        .build());
    }

    private void tag() {
        Tags tags = Tags.of(autoScalingGroup);
        tags.add("Name", groupName(this, settings.serviceName()));
        tags.add(ColorFleet.SERVICE_TAG, settings.serviceName());
        for (Color color : Color.values()) {
            settings.release().version(color).ifPresent(version -> tags.add(versionTag(color), version.value()));
        }
    }
}
