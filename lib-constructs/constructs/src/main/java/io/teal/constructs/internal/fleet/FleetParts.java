package io.teal.constructs.internal.fleet;

import io.teal.constructs.internal.common.AnyVersion;
import io.teal.constructs.internal.common.L1;
import io.teal.constructs.internal.lastlook.LastLook;
import io.teal.constructs.internal.lastlook.ReplaceableCheck;
import io.teal.constructs.internal.lastlook.UserDataCheck;
import io.teal.release.InvalidValueException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.CfnAutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.GroupMetrics;
import software.amazon.awscdk.services.autoscaling.LaunchTemplateOverrides;
import software.amazon.awscdk.services.autoscaling.MixedInstancesPolicy;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.LaunchTemplateHttpTokens;
import software.amazon.awscdk.services.elasticloadbalancingv2.NetworkTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupAttributes;
import software.constructs.Construct;

/**
 * What every fleet is made of, of any kind of service.
 *
 * @param vpc where the hosts are
 * @param access what they may do, and who may reach them
 * @param targetGroups ARNs of the target groups that every host registers in
 * @param options sizes, scaling, volumes
 */
public record FleetParts(IVpc vpc, HostAccess access, List<String> targetGroups, FleetSettings options) {
    /** Healthy hosts while hosts are replaced, at least. */
    public static final int MIN_HEALTHY_PERCENT = 100;
    /** Running hosts while hosts are replaced, at most: a host is launched before another is terminated. */
    public static final int MAX_HEALTHY_PERCENT = 200;

    /**
     * Checks the zones.
     *
     * @throws InvalidValueException if the VPC lacks such subnets, or they are in fewer than two zones
     */
    public FleetParts {
        targetGroups = List.copyOf(targetGroups);
        requireTwoZones(vpc, options);
    }

    private static void requireTwoZones(IVpc vpc, FleetSettings options) {
        FleetChecks.subnets(vpc, options.subnets());
        List<String> zones = ChosenSubnets.of(vpc, options.subnets()).getAvailabilityZones();
        int distinct = new HashSet<>(zones).size();
        InvalidValueException.require(
                distinct >= 2,
                "the fleet's subnets are in " + distinct + " availability zone(s) and need two or more, so that one"
                        + " may fail",
                "choose other subnets or another VPC");
    }

    /**
     * The launch template of hosts that boot from {@code boot}, in {@code scope}; {@code monitored} in detail, if the
     * options do not say.
     */
    public LaunchTemplate launchTemplate(Construct scope, HostBoot boot, boolean monitored) {
        FleetChecks.hooks(options.hosts(), boot.codeDeploy());
        LaunchTemplate.Builder builder = LaunchTemplate.Builder.create(scope, "LaunchTemplate")
                .machineImage(boot.image())
                .userData(boot.userData())
                .instanceType(options.instanceTypes().get(0))
                .role(access.role())
                .securityGroup(access.securityGroup())
                .blockDevices(options.blockDevices())
                .httpTokens(LaunchTemplateHttpTokens.REQUIRED);
        if (options.detailedMonitoring().orElse(monitored)) {
            builder.detailedMonitoring(true);
        }
        options.hosts().metadataHopLimit().ifPresent(builder::httpPutResponseHopLimit);
        options.hosts().keyPair().ifPresent(pair -> AnyVersion.call(builder, pair, "keyPair"));
        LaunchTemplate template = builder.build();
        options.securityGroups().forEach(template::addSecurityGroup);
        Object image = Stack.of(template).resolve(template.getImageId());
        FleetChecks.sameArchitecture(image, options.instanceTypes().get(0));
        VolumeKeys.grant(template, options.blockDevices());
        LastLook.at(template).keep(new UserDataCheck(L1.of(template)));
        HostExtras.place(template, options.hosts());
        return template;
    }

    /**
     * The Auto Scaling group called {@code name}, in {@code scope}, registered in the target groups.
     * {@code healthCheckType} is EC2 or ELB; without a {@code refresh} no deploy replaces hosts.
     */
    public AutoScalingGroup group(
            Construct scope,
            String name,
            LaunchTemplate template,
            Optional<RefreshPolicy> refresh,
            String healthCheckType) {
        AutoScalingGroup.Builder group = sized(scope, name);
        AutoScalingGroup made = options.mixed()
                ? group.mixedInstancesPolicy(mixed(template)).build()
                : group.launchTemplate(template).build();
        HostExtras.write((CfnAutoScalingGroup) L1.of(made), options.hosts());
        register(made);
        check(made, healthCheckType);
        refresh.ifPresent(policy -> {
            policy.writeOn(made);
            LastLook.at(made).keep(new ReplaceableCheck(L1.of(made)));
        });
        return made;
    }

    /** By the L1: the L2 has a way for any type only since aws-cdk-lib 2.190. */
    private void check(AutoScalingGroup group, String type) {
        CfnAutoScalingGroup resource = (CfnAutoScalingGroup) L1.of(group);
        resource.setHealthCheckType(type);
        resource.setHealthCheckGracePeriod(options.healthCheckGracePeriod().toSeconds());
    }

    private AutoScalingGroup.Builder sized(Construct scope, String name) {
        AutoScalingGroup.Builder group = AutoScalingGroup.Builder.create(scope, "Group")
                .autoScalingGroupName(name)
                .vpc(vpc)
                .vpcSubnets(options.subnets())
                .minCapacity(options.minCapacity())
                .maxCapacity(options.maxCapacity())
                .defaultInstanceWarmup(options.warmUp())
                .groupMetrics(List.of(GroupMetrics.all()))
                .minHealthyPercentage(MIN_HEALTHY_PERCENT)
                .maxHealthyPercentage(MAX_HEALTHY_PERCENT);
        if (!options.hosts().terminationPolicies().isEmpty()) {
            group.terminationPolicies(options.hosts().terminationPolicies());
        }
        return group;
    }

    private MixedInstancesPolicy mixed(LaunchTemplate template) {
        List<LaunchTemplateOverrides> overrides = options.instanceTypes().stream()
                .map(type ->
                        LaunchTemplateOverrides.builder().instanceType(type).build())
                .toList();
        MixedInstancesPolicy.Builder policy =
                MixedInstancesPolicy.builder().launchTemplate(template).launchTemplateOverrides(overrides);
        options.hosts().spot().ifPresent(spot -> policy.instancesDistribution(spot.distribution()));
        return policy.build();
    }

    /**
     * As the L2 registers in a target group of a Network Load Balancer, whatever the load balancer is: it notes the
     * ARN, beside those that a user attaches. For an Application Load Balancer it would add security group rules that
     * come and go with the fleet.
     */
    private void register(AutoScalingGroup group) {
        for (String arn : targetGroups) {
            TargetGroupAttributes target =
                    TargetGroupAttributes.builder().targetGroupArn(arn).build();
            String id = "Targets" + targetGroups.indexOf(arn);
            group.attachToNetworkTargetGroup(NetworkTargetGroup.fromTargetGroupAttributes(group, id, target));
        }
        // A host that boots before its subnet has a route out cannot fetch its version. The CDK orders this for load
        // balancers, not for Auto Scaling groups.
        L1.of(group)
                .getNode()
                .addDependency(ChosenSubnets.of(vpc, options.subnets()).getInternetConnectivityEstablished());
    }
}
