package io.teal.constructs.internal.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.FleetOptions;
import io.teal.constructs.RefusalText;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import io.teal.release.Release;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;

class ColorFleetTest {
    private static final String GROUP = "OrdersBlueGroupASG";
    private static final String TEMPLATE = "OrdersBlueLaunchTemplate";
    private static final String CPU = "OrdersBlueGroupScalingPolicyCpu";

    @Test
    void theGroupHasSizesAndNoDesiredCapacity() {
        assertThat(SampleService.blueOnly().synth().properties(GROUP))
                .containsEntry("MinSize", "2")
                .containsEntry("MaxSize", "8")
                .doesNotContainKey("DesiredCapacity");
    }

    @Test
    void theGroupHasOneNameForEver() {
        SynthTemplate template = SampleService.both().synth();
        assertThat(template.property(GROUP, "AutoScalingGroupName")).isEqualTo("shop-orders-blue");
        assertThat(template.property("OrdersGreenGroupASG", "AutoScalingGroupName"))
                .isEqualTo("shop-orders-green");
    }

    @Test
    void groupAndHostsAreTaggedWithServiceColorAndVersion() {
        assertThat(SampleService.blueOnly().synth().property(GROUP, "Tags"))
                .isEqualTo(List.of(
                        tag("Name", "shop-orders-blue"),
                        tag("teal:color", "blue"),
                        tag("teal:service", "orders"),
                        tag("teal:version", "1.0.0")));
    }

    @Test
    void theLoadBalancerDecidesWhoIsHealthyAfterAGrace() {
        assertThat(SampleService.blueOnly().synth().properties(GROUP))
                .containsEntry("HealthCheckType", "ELB")
                .containsEntry("HealthCheckGracePeriod", 300)
                .containsEntry("DefaultInstanceWarmup", 120);
    }

    @Test
    void theGroupRegistersWithItsOwnColorsTargets() {
        SynthTemplate template = SampleService.both().synth();
        for (String color : List.of("Blue", "Green")) {
            assertThat(template.property("Orders" + color + "GroupASG", "TargetGroupARNs"))
                    .isEqualTo(List.of(Map.of("Ref", template.id("OrdersTraffic" + color + "Targets"))));
        }
    }

    @Test
    void hostsAreReplacedByLaunchingBeforeTerminatingInEveryTemplate() {
        Release release = Release.first(Color.BLUE, SampleService.ONE);
        Map<String, Object> refresh = Map.of(
                "Strategy", "Rolling", "Preferences", Map.of("MinHealthyPercentage", 100, "MaxHealthyPercentage", 200));
        for (Release one : List.of(
                release,
                release.start(SampleService.TWO),
                release.start(SampleService.TWO).promote())) {
            assertThat(SampleService.of(one).synth().resource(GROUP).get("UpdatePolicy"))
                    .as("%s", one)
                    .isEqualTo(Map.of(
                            "AutoScalingInstanceRefresh",
                            refresh,
                            "AutoScalingScheduledAction",
                            Map.of("IgnoreUnmodifiedGroupSizeProperties", true)));
        }
    }

    @Test
    void hostsTakeInstanceMetadataWithATokenOnlyAndHaveNoKey() {
        SynthTemplate template = SampleService.blueOnly().synth();
        assertThat(template.property(TEMPLATE, "LaunchTemplateData", "MetadataOptions", "HttpTokens"))
                .isEqualTo("required");
        assertThat(data(template)).doesNotContainKey("KeyName");
    }

    @Test
    void sessionManagerReplacesSsh() {
        SynthTemplate template = SampleService.blueOnly().synth();
        assertThat(template.property("OrdersHostsRole", "ManagedPolicyArns").toString())
                .contains("policy/AmazonSSMManagedInstanceCore");
        assertThat(template.properties("OrdersHostsSecurityGroup")).doesNotContainKey("SecurityGroupIngress");
    }

    @Test
    void volumesAreEncrypted() {
        assertThat(SampleService.blueOnly().synth().property(TEMPLATE, "LaunchTemplateData", "BlockDeviceMappings"))
                .isEqualTo(List.of(Map.of(
                        "DeviceName",
                        "/dev/xvda",
                        "Ebs",
                        Map.of("Encrypted", true, "VolumeSize", 20, "VolumeType", "gp3"))));
    }

    @Test
    void theFleetScalesOnItsCpu() {
        SynthTemplate template = SampleService.blueOnly().synth();
        assertThat(template.property(CPU, "TargetTrackingConfiguration", "TargetValue"))
                .isEqualTo(50);
        assertThat(template.property(CPU, "AutoScalingGroupName")).isEqualTo(Map.of("Ref", template.id(GROUP)));
    }

    @Test
    void noFleetShrinksWhileBothRun() {
        SynthTemplate both = SampleService.both().synth();
        assertThat(scaleInIsOff(both, CPU)).isEqualTo(true);
        assertThat(scaleInIsOff(both, "OrdersGreenGroupScalingPolicyCpu")).isEqualTo(true);
        assertThat(scaleInIsOff(SampleService.blueOnly().synth(), CPU)).isEqualTo(false);
    }

    @Test
    void severalInstanceTypesShareOneLaunchTemplateVersion() {
        SynthTemplate template = SampleService.blueOnly()
                .fleet(options -> options.instanceTypes(new InstanceType("m5.large"), new InstanceType("m5a.large")))
                .synth();
        assertThat(template.properties(GROUP)).doesNotContainKey("LaunchTemplate");
        assertThat(template.property(GROUP, "MixedInstancesPolicy", "LaunchTemplate"))
                .isEqualTo(Map.of(
                        "LaunchTemplateSpecification", pinned(template),
                        "Overrides", List.of(Map.of("InstanceType", "m5.large"), Map.of("InstanceType", "m5a.large"))));
    }

    @Test
    void oneInstanceTypeNeedsNoMixedInstances() {
        SynthTemplate template = SampleService.blueOnly().synth();
        assertThat(template.property(GROUP, "LaunchTemplate")).isEqualTo(pinned(template));
        assertThat(template.properties(GROUP)).doesNotContainKey("MixedInstancesPolicy");
    }

    @Test
    void aHostBootsOnlyWhenItsSubnetHasAWayOut() {
        assertThat(SampleService.blueOnly().newVpc().synth().dependsOn(GROUP))
                .contains(
                        "VpcPrivateSubnet1DefaultRoute",
                        "VpcPrivateSubnet1RouteTableAssociation",
                        "VpcPrivateSubnet2DefaultRoute",
                        "VpcPrivateSubnet2RouteTableAssociation");
    }

    @Test
    void ownSecurityGroupsComeBesideTheFleets() {
        SynthTemplate template = SampleService.blueOnly()
                .with((stack, props) -> props.fleet(FleetOptions.builder()
                        .securityGroups(SecurityGroup.fromSecurityGroupId(stack, "Own", "sg-own"))
                        .build()))
                .synth();
        assertThat(template.property(TEMPLATE, "LaunchTemplateData", "SecurityGroupIds"))
                .isEqualTo(List.of(
                        Map.of("Fn::GetAtt", List.of(template.id("OrdersHostsSecurityGroup"), "GroupId")), "sg-own"));
    }

    @Test
    void oneZoneIsRefused() {
        SampleService service = SampleService.blueOnly()
                .with((stack, props) -> props.vpc(Vpc.fromVpcAttributes(
                        stack,
                        "OneZone",
                        VpcAttributes.builder()
                                .vpcId("vpc-1")
                                .availabilityZones(List.of("eu-west-1a"))
                                .publicSubnetIds(List.of("subnet-1"))
                                .privateSubnetIds(List.of("subnet-2"))
                                .build())));
        assertThatThrownBy(service::service)
                .isInstanceOf(InvalidValueException.class)
                .extracting(RefusalText::of)
                .isEqualTo("the fleet's subnets are in 1 availability zone(s) and need two or more, so that one may"
                        + " fail; choose other subnets or another VPC");
    }

    private static Object scaleInIsOff(SynthTemplate template, String policy) {
        return template.property(policy, "TargetTrackingConfiguration", "DisableScaleIn");
    }

    private static Map<String, Object> pinned(SynthTemplate template) {
        return Map.of(
                "LaunchTemplateId", Map.of("Ref", template.id(TEMPLATE)),
                "Version",
                        Map.of(
                                "Fn::GetAtt",
                                List.of(template.id("OrdersCutoverPreflight"), "BlueLaunchTemplateVersion")));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(SynthTemplate template) {
        return (Map<String, Object>) template.property(TEMPLATE, "LaunchTemplateData");
    }

    private static Map<String, Object> tag(String key, String value) {
        return Map.of("Key", key, "Value", value, "PropagateAtLaunch", true);
    }
}
