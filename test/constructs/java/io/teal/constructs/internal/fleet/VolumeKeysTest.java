package io.teal.constructs.internal.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.FleetOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import io.teal.release.Color;
import io.teal.release.Release;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.kms.Key;

/** C6: Auto Scaling may use the key that encrypts a fleet's volumes, or no host would start. */
class VolumeKeysTest {
    private static final String IMPORTED = "arn:aws:kms:eu-west-1:111111111111:key/1";

    @Test
    void autoScalingMayUseAKeyOfTheApp() {
        String policy =
                policy(SampleService.both().with((stack, props) -> props.fleet(volume(new Key(stack, "Disks")))));
        assertThat(policy)
                .contains("kms:GenerateDataKey*", "kms:ReEncrypt*")
                .contains("kms:GrantIsForAWSResource=true")
                .contains(
                        "aws:PrincipalArn", "aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling");
        assertThat(policy.split("kms:CreateGrant", -1)).as("one grant").hasSize(2);
    }

    @Test
    void theKeysPolicyIsTheSameInEveryRelease() {
        Release release = Release.first(Color.BLUE, SampleService.ONE);
        List<String> policies = List.of(release, release.start(SampleService.TWO)).stream()
                .map(one -> policy(
                        SampleService.of(one).with((stack, props) -> props.fleet(volume(new Key(stack, "Disks"))))))
                .distinct()
                .toList();
        assertThat(policies).hasSize(1);
    }

    @Test
    void aKeyWhosePolicyIsNotTheAppsIsWarnedOf() {
        Stack stack = Stack.of(SampleService.blueOnly()
                .with((scope, props) -> props.fleet(volume(Key.fromKeyArn(scope, "Disks", IMPORTED))))
                .service());
        Annotations.fromStack(stack)
                .hasWarning(
                        "/shop/Orders/Blue/LaunchTemplate",
                        Match.stringLikeRegexp("it must let role/.* create grants"));
    }

    private static String policy(SampleService service) {
        SynthTemplate template = service.synth();
        return ((Map<?, ?>) template.property("Disks", "KeyPolicy"))
                .get("Statement")
                .toString();
    }

    private static FleetOptions volume(IKey key) {
        EbsDeviceOptions encrypted =
                EbsDeviceOptions.builder().encrypted(true).kmsKey(key).build();
        return FleetOptions.builder()
                .blockDevices(BlockDevice.builder()
                        .deviceName("/dev/xvda")
                        .volume(BlockDeviceVolume.ebs(20, encrypted))
                        .build())
                .build();
    }
}
