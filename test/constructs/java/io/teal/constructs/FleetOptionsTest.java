package io.teal.constructs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.teal.release.InvalidValueException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.InstanceType;

class FleetOptionsTest {

    static Stream<Arguments> outOfRange() {
        return Stream.of(
                refused(options -> options.instanceTypes(), "instanceTypes must name at least one instance type"),
                refused(
                        options -> options.instanceTypes(new InstanceType("m5.large"), new InstanceType("m5.large")),
                        "instanceTypes must differ, got m5.large twice"),
                refused(
                        options -> options.instanceTypes(new InstanceType("m5.large"), new InstanceType("m6g.large")),
                        "instanceTypes must have one processor architecture, since a version is one image;"
                                + " m5.large is x86_64 and m6g.large is arm_64"),
                refused(
                        options -> options.minCapacity(0),
                        "minCapacity must be at least 1, got 0; retire the colour to have no hosts"),
                refused(options -> options.minCapacity(9), "maxCapacity must be at least minCapacity 9, got 8"),
                refused(options -> options.cpuTargetPercent(0), "cpuTargetPercent must be from 1 to 100, got 0"),
                refused(options -> options.cpuTargetPercent(101), "cpuTargetPercent must be from 1 to 100, got 101"),
                refused(
                        options -> options.healthCheckGracePeriod(Duration.seconds(0)),
                        "healthCheckGracePeriod must be 1 second or more, got 0; without a grace a host is"
                                + " replaced while it still boots"),
                refused(options -> options.warmUp(Duration.millis(1500)), "warmUp must be whole seconds, got 1500 ms"));
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void aValueOutOfRangeIsRefused(UnaryOperator<FleetOptions.Builder> change, String message) {
        FleetOptions.Builder options = change.apply(FleetOptions.builder());
        assertThatThrownBy(options::build)
                .isInstanceOf(InvalidValueException.class)
                .extracting(RefusalText::of)
                .isEqualTo(message);
    }

    static Stream<BlockDeviceVolume> unencrypted() {
        return Stream.of(
                BlockDeviceVolume.ebs(20),
                BlockDeviceVolume.ebs(
                        20, EbsDeviceOptions.builder().encrypted(false).build()),
                BlockDeviceVolume.ebsFromSnapshot("snap-1"));
    }

    @ParameterizedTest
    @MethodSource("unencrypted")
    void aVolumeThatIsNotEncryptedIsRefused(BlockDeviceVolume volume) {
        FleetOptions.Builder options =
                FleetOptions.builder().blockDevices(device(encrypted()), device("/dev/sdb", volume));
        assertThatThrownBy(options::build)
                .isInstanceOf(InvalidValueException.class)
                .extracting(RefusalText::of)
                .isEqualTo("blockDevices must be encrypted, got /dev/sdb without it; make its volume with"
                        + " BlockDeviceVolume.ebs and EbsDeviceOptions.encrypted(true)");
    }

    @Test
    void anEncryptedVolumeAndOneOfTheHostAreTaken() {
        FleetOptions options = FleetOptions.builder()
                .blockDevices(device(encrypted()), device("/dev/sdb", BlockDeviceVolume.ephemeral(0)))
                .build();
        assertThat(options.settings.blockDevices()).hasSize(2);
    }

    @Test
    void theDefaultVolumeIsTheRootOfTheImage() {
        FleetOptions options = FleetOptions.builder().rootDevice("/dev/sda1").build();
        assertThat(options.settings.blockDevices())
                .extracting(BlockDevice::getDeviceName)
                .containsExactly("/dev/sda1");
    }

    @Test
    void aFleetNeedsNoWarmUpAndMayBeOneHost() {
        FleetOptions options = FleetOptions.builder()
                .warmUp(Duration.seconds(0))
                .minCapacity(1)
                .maxCapacity(1)
                .build();
        assertThat(options.settings.maxCapacity()).isEqualTo(1);
    }

    private static BlockDevice device(BlockDeviceVolume volume) {
        return device("/dev/xvda", volume);
    }

    private static BlockDevice device(String name, BlockDeviceVolume volume) {
        return BlockDevice.builder().deviceName(name).volume(volume).build();
    }

    private static BlockDeviceVolume encrypted() {
        return BlockDeviceVolume.ebs(
                20, EbsDeviceOptions.builder().encrypted(true).build());
    }

    private static Arguments refused(UnaryOperator<FleetOptions.Builder> change, String message) {
        return arguments(change, message);
    }
}
