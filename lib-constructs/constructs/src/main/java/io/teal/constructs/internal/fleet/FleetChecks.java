package io.teal.constructs.internal.fleet;

import io.teal.release.InvalidValueException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.EbsDeviceProps;
import software.amazon.awscdk.services.ec2.InstanceType;

/** Ranges of {@link FleetSettings}. Unresolved values are not checked. */
public final class FleetChecks {
    private FleetChecks() {}

    /** A group takes the next type if AWS has no capacity of one: they must differ, and boot the same image. */
    static void instanceTypes(List<InstanceType> types) {
        InvalidValueException.require(!types.isEmpty(), "instanceTypes must name at least one instance type");
        Set<String> names = new HashSet<>();
        for (InstanceType type : types) {
            InvalidValueException.require(
                    names.add(type.toString()), "instanceTypes must differ, got " + type + " twice");
        }
        if (names.size() > 1 && names.stream().noneMatch(Token::isUnresolved)) {
            types.forEach(type -> sameArchitecture(types.get(0), type));
        }
    }

    /** The CDK cannot encrypt a volume of a snapshot; a volume that is not EBS need not be. */
    static void encrypted(BlockDevice device) {
        EbsDeviceProps ebs = device.getVolume().getEbsDevice();
        InvalidValueException.require(
                ebs == null || Boolean.TRUE.equals(ebs.getEncrypted()),
                "blockDevices must be encrypted, got " + device.getDeviceName() + " without it",
                "make its volume with" + " BlockDeviceVolume.ebs and EbsDeviceOptions.encrypted(true)");
    }

    static void capacities(int minCapacity, int maxCapacity) {
        InvalidValueException.require(
                minCapacity >= 1,
                "minCapacity must be at least 1, got " + minCapacity,
                "retire the colour to have no hosts");
        InvalidValueException.require(
                maxCapacity >= minCapacity,
                "maxCapacity must be at least minCapacity " + minCapacity + ", got " + maxCapacity);
    }

    /** Their names are logical ids; Auto Scaling would refuse a minimum over the maximum, at the scheduled time. */
    static void schedules(List<ScheduledCapacity> schedules, int maxCapacity) {
        Set<String> names = new HashSet<>();
        for (ScheduledCapacity schedule : schedules) {
            InvalidValueException.require(
                    names.add(schedule.name()), "schedules must differ in name, got " + schedule.name() + " twice");
            InvalidValueException.require(
                    schedule.minCapacity() <= maxCapacity,
                    "schedule " + schedule.name() + ": minCapacity must be at most maxCapacity " + maxCapacity
                            + ", got " + schedule.minCapacity());
        }
    }

    private static void sameArchitecture(InstanceType one, InstanceType two) {
        InvalidValueException.require(
                one.getArchitecture() == two.getArchitecture(),
                "instanceTypes must have one processor architecture, since a version is one image",
                architecture(one) + " and " + architecture(two));
    }

    private static String architecture(InstanceType type) {
        return type + " is " + type.getArchitecture().name().toLowerCase(Locale.ROOT);
    }
}
