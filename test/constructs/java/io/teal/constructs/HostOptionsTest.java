package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.autoscaling.CfnAutoScalingGroup.LifecycleHookSpecificationProperty;
import software.amazon.awscdk.services.autoscaling.SpotAllocationStrategy;
import software.amazon.awscdk.services.autoscaling.TerminationPolicy;
import software.amazon.awscdk.services.autoscaling.WarmPoolOptions;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.KeyPair;
import software.amazon.awscdk.services.ec2.PlacementGroup;
import software.amazon.awscdk.services.kms.Key;

/** How a fleet buys, starts and ends its hosts. */
class HostOptionsTest {
    private static final String GROUP = "OrdersBlueGroupASG";
    private static final String TEMPLATE = "OrdersBlueLaunchTemplate";
    private static final String RESERVED = "arn:aws:resource-groups:eu-west-1:111111111111:group/reserved";

    @Test
    void aPartOfTheHostsAreSpotInstancesOfSeveralTypes() {
        SynthTemplate template = SampleService.both()
                .fleet(options -> options.instanceTypes(new InstanceType("m5.large"), new InstanceType("m6i.large"))
                        .hosts(HostOptions.builder().spot(70).onDemandBase(2).build()))
                .synth();
        assertThat(template.property(GROUP, "MixedInstancesPolicy", "InstancesDistribution"))
                .isEqualTo(Map.of(
                        "OnDemandBaseCapacity",
                        2,
                        "OnDemandPercentageAboveBaseCapacity",
                        30,
                        "SpotAllocationStrategy",
                        "price-capacity-optimized"));
        assertThat(template.properties(GROUP))
                .containsEntry("CapacityRebalance", true)
                .doesNotContainKey("LaunchTemplate");
    }

    @Test
    void spotWithOneTypeHasItsLaunchTemplateVersionPinned() {
        SynthTemplate template =
                hosts(hosts -> hosts.spot(100).spotAllocation(SpotAllocationStrategy.CAPACITY_OPTIMIZED));
        assertThat(template.property(
                                GROUP,
                                "MixedInstancesPolicy",
                                "LaunchTemplate",
                                "LaunchTemplateSpecification",
                                "Version")
                        .toString())
                .contains("BlueLaunchTemplateVersion");
        assertThat(template.property(GROUP, "MixedInstancesPolicy").toString())
                .contains("capacity-optimized", "InstanceType=t3.small");
    }

    @Test
    void metadataKeyPairPlacementAndReservationsAreInTheLaunchTemplate() {
        SynthTemplate template = service(stack -> HostOptions.builder()
                .metadataHopLimit(2)
                .keyPair(KeyPair.fromKeyPairName(stack, "Mine", "mine"))
                .placementGroup(PlacementGroup.fromPlacementGroupName(stack, "Near", "near"))
                .capacityReservations(RESERVED)
                .build());
        assertThat(template.property(TEMPLATE, "LaunchTemplateData", "MetadataOptions"))
                .isEqualTo(Map.of("HttpTokens", "required", "HttpPutResponseHopLimit", 2));
        assertThat(template.property(TEMPLATE, "LaunchTemplateData", "KeyName")).isEqualTo("mine");
        assertThat(template.property(TEMPLATE, "LaunchTemplateData", "Placement"))
                .isEqualTo(Map.of("GroupName", "near"));
        assertThat(template.property(TEMPLATE, "LaunchTemplateData", "CapacityReservationSpecification"))
                .isEqualTo(
                        Map.of("CapacityReservationTarget", Map.of("CapacityReservationResourceGroupArn", RESERVED)));
        assertThat(template.properties(GROUP)).doesNotContainKeys("PlacementGroup", "CapacityReservationSpecification");
    }

    @Test
    void noPortIsOpenedForAKeyPair() {
        SynthTemplate without = SampleService.both().synth();
        SynthTemplate with = service(stack -> HostOptions.builder()
                .keyPair(KeyPair.fromKeyPairName(stack, "Mine", "mine"))
                .build());
        assertThat(with.ids("EC2::SecurityGroupIngress")).isEqualTo(without.ids("EC2::SecurityGroupIngress"));
    }

    @Test
    void aKeyOfTheUsersEncryptsTheDefaultVolumeAndLetsAutoScalingUseIt() {
        SynthTemplate template = service(stack -> HostOptions.builder()
                .volumeKey(Key.Builder.create(stack, "Volumes").build())
                .build());
        assertThat(template.property(TEMPLATE, "LaunchTemplateData", "BlockDeviceMappings")
                        .toString())
                .contains("Encrypted=true", "KmsKeyId={Fn::GetAtt=[Volumes", "VolumeSize=20");
        assertThat(template.properties("Volumes").toString()).contains("AWSServiceRoleForAutoScaling");
    }

    @Test
    void hooksAreThereBeforeTheFirstHost() {
        SynthTemplate template = hosts(hosts -> hosts.lifecycleHooks(hook("Warm", "LAUNCHING", 60)));
        assertThat(template.property(GROUP, "LifecycleHookSpecificationList"))
                .isEqualTo(List.of(Map.of(
                        "LifecycleHookName",
                        "Warm",
                        "LifecycleTransition",
                        "autoscaling:EC2_INSTANCE_LAUNCHING",
                        "HeartbeatTimeout",
                        60)));
    }

    @Test
    void aScaleInTakesTheHostsThatTheUserNames() {
        SynthTemplate template =
                hosts(hosts -> hosts.terminationPolicies(TerminationPolicy.NEWEST_INSTANCE, TerminationPolicy.DEFAULT));
        assertThat(template.properties(GROUP))
                .containsEntry("TerminationPolicies", List.of("NewestInstance", "Default"));
    }

    @Test
    void aHostWhoseTerminationHookIsAbandonedIsKept() {
        SynthTemplate template = hosts(
                hosts -> hosts.lifecycleHooks(hook("Look", "TERMINATING", 300)).keepAbandoned(true));
        assertThat(template.property(GROUP, "InstanceLifecyclePolicy"))
                .isEqualTo(Map.of("RetentionTriggers", Map.of("TerminateHookAbandon", "retain")));
    }

    @Test
    void whatIsInTheGroupWakesPreflightAndShift() {
        SynthTemplate before = SampleService.both().synth();
        List<UnaryOperator<HostOptions.Builder>> changes = List.of(
                hosts -> hosts.spot(50),
                hosts -> hosts.spot(51),
                hosts -> hosts.spot(50).onDemandBase(1),
                hosts -> hosts.spot(50).spotAllocation(SpotAllocationStrategy.LOWEST_PRICE),
                hosts -> hosts.lifecycleHooks(hook("Warm", "LAUNCHING", 60)),
                hosts -> hosts.lifecycleHooks(hook("Warm", "TERMINATING", 60)),
                hosts -> hosts.lifecycleHooks(hook("Warm", "LAUNCHING", 61)),
                hosts -> hosts.lifecycleHooks(hook("Look", "TERMINATING", 60)).keepAbandoned(true),
                hosts -> hosts.terminationPolicies(TerminationPolicy.OLDEST_INSTANCE));
        TreeSet<String> told = new TreeSet<>();
        told.add(before.properties("OrdersCutoverShift").get("Fleet").toString());
        for (UnaryOperator<HostOptions.Builder> change : changes) {
            SynthTemplate after = hosts(change);
            assertThat(after.properties("OrdersCutoverPreflight")).isEqualTo(after.properties("OrdersCutoverShift"));
            told.add(after.properties("OrdersCutoverShift").get("Fleet").toString());
        }
        assertThat(told).hasSize(changes.size() + 1);
    }

    /** What the CDK's group does well is not wrapped. */
    @Test
    void aWarmPoolIsAddedToTheGroupItself() {
        BlueGreenService service = SampleService.blueOnly().service();
        service.getFleet(Color.BLUE)
                .orElseThrow()
                .getAutoScalingGroup()
                .addWarmPool(WarmPoolOptions.builder().minSize(1).build());
        SynthTemplate template = SynthTemplate.of(service);
        assertThat(template.ids("AutoScaling::WarmPool")).hasSize(1);
        assertThat(template.graph().cycle()).isEmpty();
    }

    private static SynthTemplate hosts(UnaryOperator<HostOptions.Builder> change) {
        return SampleService.both()
                .fleet(options ->
                        options.hosts(change.apply(HostOptions.builder()).build()))
                .synth();
    }

    private static SynthTemplate service(Function<Stack, HostOptions> hosts) {
        return SampleService.both()
                .with((stack, props) -> props.fleet(
                        FleetOptions.builder().hosts(hosts.apply(stack)).build()))
                .synth();
    }

    static LifecycleHookSpecificationProperty hook(String name, String transition, int seconds) {
        return LifecycleHookSpecificationProperty.builder()
                .lifecycleHookName(name)
                .lifecycleTransition("autoscaling:EC2_INSTANCE_" + transition)
                .heartbeatTimeout(seconds)
                .build();
    }
}
