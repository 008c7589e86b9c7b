package io.teal.constructs.internal.fleet;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.constructs.BlueGreenService;
import io.teal.constructs.Delivery;
import io.teal.constructs.FleetOptions;
import io.teal.constructs.OneFleetService;
import io.teal.constructs.RollingOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.constructs.Way;
import io.teal.release.Color;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.CfnParameter;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.ec2.AmazonLinux2023ImageSsmParameterProps;
import software.amazon.awscdk.services.ec2.AmazonLinuxCpuType;
import software.amazon.awscdk.services.ec2.IMachineImage;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.s3.Bucket;

/** C6, C8, C10: what EC2 and Auto Scaling would refuse in the deploy is refused when the app is synthesized. */
class HostLimitsTest {
    @Test
    void userDataOverEc2sLimitIsRefusedWithBothFigures() {
        BlueGreenService service = artifact("echo " + "x".repeat(34_000), image(AmazonLinuxCpuType.X86_64))
                .service();
        assertThatThrownBy(() -> SynthTemplate.of(service))
                .hasMessageContaining("[shop] shop/Orders/Blue/LaunchTemplate: the hosts' user data has 34,1")
                .hasMessageContaining(" bytes, and EC2 takes 16,384; put what is large into the image");
    }

    @Test
    void userDataThatIsAddedLaterCounts() {
        // Given
        BlueGreenService service =
                artifact("echo started", image(AmazonLinuxCpuType.X86_64)).service();
        // When
        service.getFleet(Color.BLUE)
                .orElseThrow()
                .getLaunchTemplate()
                .getUserData()
                .addCommands("x".repeat(17_000));
        // Then
        assertThatThrownBy(() -> SynthTemplate.of(service)).hasMessageContaining("EC2 takes 16,384");
    }

    @Test
    void protectedHostsOfAColorAreRefused() {
        BlueGreenService service = SampleService.blueOnly().service();
        service.getFleet(Color.BLUE).orElseThrow().getAutoScalingGroup().protectNewInstancesFromScaleIn();
        assertThatThrownBy(() -> SynthTemplate.of(service))
                .hasMessageContaining("[shop] shop/Orders/Blue/Group: new hosts are protected from scale-in");
    }

    @Test
    void protectedHostsOfARollingFleetAreRefused() {
        Stack stack = SampleService.stack();
        AutoScalingGroup group = OneFleetService.Builder.create(stack, "Orders")
                .serviceName("orders")
                .version(SampleService.ONE)
                .vpc(SampleService.existingVpc(stack))
                .delivery(SampleService.images())
                .way(Way.rolling(RollingOptions.builder().build()))
                .build()
                .getAutoScalingGroup();
        group.protectNewInstancesFromScaleIn();
        assertThatThrownBy(() -> SynthTemplate.of(group)).hasMessageContaining("omit protectNewInstancesFromScaleIn");
    }

    @Test
    void anImageOfAnotherArchitectureThanTheInstancesIsRefused() {
        SampleService x86 = artifact("true", image(AmazonLinuxCpuType.X86_64))
                .fleet(options -> options.instanceTypes(new InstanceType("t4g.small")));
        assertThatThrownBy(x86::service).hasMessage("the image is for x86_64, and t4g.small is arm_64");
    }

    @Test
    void aTypeThatOnlyTheDeployKnowsIsAccepted() {
        SampleService parameter = SampleService.blueOnly()
                .with((stack, props) -> props.delivery(Delivery.artifact(
                                image(AmazonLinuxCpuType.X86_64),
                                Bucket.fromBucketName(stack, "Artifacts", "artifacts"),
                                "orders/{version}.jar",
                                List.of("true")))
                        .fleet(FleetOptions.builder()
                                .instanceTypes(new InstanceType(CfnParameter.Builder.create(stack, "Type")
                                        .build()
                                        .getValueAsString()))
                                .build()));
        assertThatCode(parameter::synth).doesNotThrowAnyException();
    }

    @Test
    void anImageOfTheInstancesArchitectureIsAccepted() {
        SampleService arm = artifact("true", image(AmazonLinuxCpuType.ARM_64))
                .fleet(options -> options.instanceTypes(new InstanceType("t4g.small")));
        assertThatCode(arm::service).doesNotThrowAnyException();
    }

    @Test
    void moreThanAGroupOrAHostTakesIsRefused() {
        SampleService types = SampleService.blueOnly()
                .fleet(options -> options.instanceTypes(Stream.iterate(1, number -> number + 1)
                        .limit(41)
                        .map(number -> new InstanceType("t3." + number + "xlarge"))
                        .toArray(InstanceType[]::new)));
        assertThatThrownBy(types::service).hasMessage("instanceTypes has 41 types, and an Auto Scaling group takes 40");
        SampleService groups = SampleService.blueOnly()
                .with((stack, props) -> props.fleet(FleetOptions.builder()
                        .securityGroups(Stream.iterate(1, number -> number + 1)
                                .limit(16)
                                .map(number ->
                                        SecurityGroup.fromSecurityGroupId(stack, "Group" + number, "sg-" + number))
                                .toArray(ISecurityGroup[]::new))
                        .build()));
        assertThatThrownBy(groups::service)
                .hasMessage("securityGroups has 16 groups, and a host takes 16 with the fleet's own");
    }

    private static SampleService artifact(String command, IMachineImage image) {
        return SampleService.blueOnly()
                .with((stack, props) -> props.delivery(Delivery.artifact(
                        image,
                        Bucket.fromBucketName(stack, "Artifacts", "artifacts"),
                        "orders/{version}.jar",
                        List.of(command))));
    }

    private static IMachineImage image(AmazonLinuxCpuType cpu) {
        return MachineImage.latestAmazonLinux2023(
                AmazonLinux2023ImageSsmParameterProps.builder().cpuType(cpu).build());
    }
}
