package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.s3.Bucket;

/** What a changed option does to a service that runs the same release before and after: what its Javadoc warns of. */
class LiveChangesTest {
    /** "Update requires" in CloudFormation's reference of each property that changes here. */
    private static final Map<String, String> UPDATES = Map.of(
            "AWS::ElasticLoadBalancingV2::TargetGroup.HealthCheckPath", "in place",
            "AWS::ElasticLoadBalancingV2::TargetGroup.Port", "replaced",
            "AWS::EC2::SecurityGroupIngress.FromPort", "replaced",
            "AWS::EC2::SecurityGroupIngress.ToPort", "replaced",
            "AWS::EC2::SecurityGroupEgress.FromPort", "replaced",
            "AWS::EC2::SecurityGroupEgress.ToPort", "replaced",
            "AWS::EC2::LaunchTemplate.LaunchTemplateData", "in place");

    static Stream<Arguments> refreshes() {
        return Stream.of(
                change(service -> service.fleet(options -> options.instanceTypes(new InstanceType("m5.large")))),
                change(service -> service.fleet(options -> options.blockDevices(largerRoot()))));
    }

    @Test
    void theHealthCheckPathChangesForBothColorsAtOnce() {
        assertThat(updates(
                        SampleService.both(),
                        SampleService.both().traffic(options -> options.healthCheckPath("/ready"))))
                .containsExactly(
                        "OrdersCutoverPreflight is asked",
                        "OrdersCutoverShift is asked",
                        "OrdersTrafficBlueTargets.HealthCheckPath in place",
                        "OrdersTrafficGreenTargets.HealthCheckPath in place");
    }

    @Test
    void theApplicationPortReplacesBothTargetGroupsAndTheWayToThem() {
        assertThat(updates(
                        SampleService.both(), SampleService.both().traffic(options -> options.applicationPort(9090))))
                .containsExactly(
                        "OrdersCutoverPreflight is asked",
                        "OrdersCutoverShift is asked",
                        "OrdersTrafficBlueTargets.Port replaced",
                        "OrdersTrafficGreenTargets.Port replaced",
                        "OrdersTrafficIntoFleets.FromPort replaced",
                        "OrdersTrafficIntoFleets.ToPort replaced",
                        "OrdersTrafficToFleets.FromPort replaced",
                        "OrdersTrafficToFleets.ToPort replaced");
    }

    @ParameterizedTest
    @MethodSource("refreshes")
    void hostsOfAnotherMakeAreLeftToPreflight(UnaryOperator<SampleService> change) {
        SampleService after = change.apply(SampleService.both());
        assertThat(updates(SampleService.both(), after))
                .contains(
                        "OrdersBlueLaunchTemplate.LaunchTemplateData in place",
                        "OrdersGreenLaunchTemplate.LaunchTemplateData in place");
        assertThat(bootsFromWhatPreflightSays(after.synth())).isTrue();
    }

    @Test
    void anotherDeliveryOfTheSameVersionIsLeftToPreflight() {
        assertThat(updates(delivered("./start"), delivered("./start --verbose")))
                .containsExactly(
                        "OrdersBlueLaunchTemplate.LaunchTemplateData in place",
                        "OrdersGreenLaunchTemplate.LaunchTemplateData in place");
        assertThat(bootsFromWhatPreflightSays(delivered("./start").synth())).isTrue();
    }

    /** Preflight is told of the new version of the launch template, and the group takes the one it answers with. */
    private static boolean bootsFromWhatPreflightSays(SynthTemplate template) {
        String launchTemplate = template.id("OrdersBlueLaunchTemplate");
        Object newest = Map.of("Fn::GetAtt", List.of(launchTemplate, "LatestVersionNumber"));
        Object pin = Map.of("Fn::GetAtt", List.of(template.id("OrdersCutoverPreflight"), "BlueLaunchTemplateVersion"));
        return template.property("OrdersCutoverPreflight", "BlueLaunchTemplateVersion")
                        .equals(newest)
                && template.property("OrdersBlueGroupASG", "LaunchTemplate", "Version")
                        .equals(pin);
    }

    private static List<String> updates(SampleService before, SampleService after) {
        SynthTemplate template = after.synth();
        return TemplateDiff.between(before.synth(), template).stream()
                .map(line -> update(line, template))
                .distinct()
                .toList();
    }

    private static String update(String line, SynthTemplate template) {
        String[] path = line.split("\\.");
        if (path.length < 4 || !path[2].equals("Properties")) {
            return line;
        }
        String type = template.resource(path[1]).get("Type").toString();
        if (type.startsWith("Custom::")) {
            return path[1] + " is asked";
        }
        String key = type + "." + path[3];
        return path[1] + "." + path[3] + " " + UPDATES.getOrDefault(key, "unknown: add " + key);
    }

    private static SampleService delivered(String start) {
        return SampleService.both()
                .with((stack, props) -> props.delivery(Delivery.artifact(
                        MachineImage.genericLinux(Map.of("eu-west-1", "ami-0000000000000000a")),
                        Bucket.fromBucketName(stack, "Artifacts", "artifacts"),
                        "orders/{version}/orders.jar",
                        List.of(start))));
    }

    private static BlockDevice largerRoot() {
        return BlockDevice.builder()
                .deviceName("/dev/xvda")
                .volume(BlockDeviceVolume.ebs(
                        40, EbsDeviceOptions.builder().encrypted(true).build()))
                .build();
    }

    private static Arguments change(UnaryOperator<SampleService> change) {
        return arguments(change);
    }
}
