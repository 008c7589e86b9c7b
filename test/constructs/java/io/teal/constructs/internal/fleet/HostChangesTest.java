package io.teal.constructs.internal.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.constructs.FleetOptions;
import io.teal.constructs.HostOptions;
import io.teal.constructs.SampleService;
import io.teal.constructs.SynthTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.InstanceType;

/** C13: what a change of hosts does to a fleet that serves, in the template as in the documents. */
class HostChangesTest {
    private static final InstanceType LARGE = new InstanceType("m5.large");
    private static final InstanceType LARGER = new InstanceType("m5.xlarge");

    @Test
    void anotherInstanceTypeReachesAFleetByItsPinnedLaunchTemplateOnly() throws IOException {
        byLaunchTemplateOnly(options -> options.instanceTypes(LARGE));
        assertThat(words("lib-constructs/constructs/src/main/java/io/teal/constructs/FleetOptions.java"))
                .contains("A single instance type, volumes, security groups and monitoring are in the launch template,"
                        + " which Preflight pins: a fleet of one colour gets a change when its colour is started"
                        + " again.");
        assertThat(words("docs/adr/0028-cutover-in-the-template.md"))
                .contains("instance type or user data reaches a colour that serves only when it is started again");
        assertThat(words("docs/release.md"))
                .contains("A change of AMI, user data or instance type takes effect at a colour's next start");
    }

    @Test
    void otherVolumesReachAFleetByItsPinnedLaunchTemplateOnly() {
        byLaunchTemplateOnly(options -> options.blockDevices(BlockDevice.builder()
                .deviceName("/dev/xvda")
                .volume(BlockDeviceVolume.ebs(
                        40, EbsDeviceOptions.builder().encrypted(true).build()))
                .build()));
    }

    /** CloudFormation refreshes a group whose mixed instances policy changes. */
    @Test
    void severalInstanceTypesAreInTheGroupAndRefreshIt() throws IOException {
        inTheGroup(options -> options.instanceTypes(LARGE, LARGER));
        inTheGroup(options -> options.hosts(HostOptions.builder().spot(50).build()));
        assertThat(words("lib-constructs/constructs/src/main/java/io/teal/constructs/FleetOptions.java"))
                .contains("With several, before or after a change, the change refreshes the fleets that run, the live"
                        + " one too.");
        assertThat(words("docs/adr/0028-cutover-in-the-template.md"))
                .contains("Subnets and further instance types are properties of the group itself");
    }

    private static void byLaunchTemplateOnly(UnaryOperator<FleetOptions.Builder> change) {
        SynthTemplate before = SampleService.both().synth();
        SynthTemplate after = SampleService.both().fleet(change).synth();
        assertThat(after.properties("OrdersBlueLaunchTemplate"))
                .isNotEqualTo(before.properties("OrdersBlueLaunchTemplate"));
        assertThat(after.resource("OrdersBlueGroupASG")).isEqualTo(before.resource("OrdersBlueGroupASG"));
        assertThat(after.property("OrdersBlueGroupASG", "LaunchTemplate", "Version")
                        .toString())
                .contains("BlueLaunchTemplateVersion");
    }

    private static void inTheGroup(UnaryOperator<FleetOptions.Builder> change) {
        SynthTemplate before = SampleService.both().synth();
        SynthTemplate after = SampleService.both().fleet(change).synth();
        assertThat(before.properties("OrdersBlueGroupASG")).doesNotContainKey("MixedInstancesPolicy");
        assertThat(after.properties("OrdersBlueGroupASG"))
                .containsKey("MixedInstancesPolicy")
                .doesNotContainKey("LaunchTemplate");
    }

    private static String words(String file) throws IOException {
        return Files.readString(Path.of(file)).replaceAll("\\s*\\n\\s*(\\* )?", " ");
    }
}
