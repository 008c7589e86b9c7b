package io.teal.constructs.internal.fleet;

import io.teal.release.InvalidValueException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.EbsDeviceProps;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.InstanceArchitecture;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;

/** Ranges of {@link FleetSettings}. A name or an instance type that is a token is not checked. */
public final class FleetChecks {
    private FleetChecks() {}

    /** What an Auto Scaling group takes at most. */
    private static final int MOST_TYPES = 40;

    /** What a network interface takes at most; the fleet's own is one of them. */
    private static final int MOST_SECURITY_GROUPS = 16;

    /** How public parameters of images name processor architectures. */
    private static final Map<InstanceArchitecture, Pattern> IN_NAMES = Map.of(
            InstanceArchitecture.ARM_64, Pattern.compile("(?i)ssm.*(arm64|aarch64)"),
            InstanceArchitecture.X86_64, Pattern.compile("(?i)ssm.*(x86_?64|amd64)"));

    /** A group takes the next type if AWS has no capacity of one: they must differ, and boot the same image. */
    static void instanceTypes(List<InstanceType> types) {
        InvalidValueException.require(!types.isEmpty(), "instanceTypes must name at least one instance type");
        InvalidValueException.require(
                types.size() <= MOST_TYPES,
                "instanceTypes has " + types.size() + " types, and an Auto Scaling group takes " + MOST_TYPES);
        if (types.size() > 1) {
            differ(types);
        }
    }

    private static void differ(List<InstanceType> types) {
        Set<String> names = new HashSet<>();
        for (InstanceType type : types) {
            InvalidValueException.require(
                    names.add(type.toString()), "instanceTypes must differ, got " + type + " twice");
        }
        if (names.stream().noneMatch(Token::isUnresolved)) {
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

    static void securityGroups(List<ISecurityGroup> groups) {
        InvalidValueException.require(
                groups.size() < MOST_SECURITY_GROUPS,
                "securityGroups has " + groups.size() + " groups, and a host takes " + MOST_SECURITY_GROUPS
                        + " with the fleet's own");
    }

    /** The CDK's words for it do not say where a fleet's subnets are chosen. */
    static void subnets(IVpc vpc, SubnetSelection chosen) {
        InvalidValueException.require(
                chosen.getSubnetType() != SubnetType.PRIVATE_WITH_EGRESS
                        || !vpc.getPrivateSubnets().isEmpty(),
                "the VPC has no private subnets with egress, where a fleet's hosts are by default",
                "choose others with FleetOptions.subnets(...); in isolated ones hosts need VPC endpoints for Systems"
                        + " Manager, S3 and what they call");
    }

    /**
     * AWS's public parameters have an image's architecture in their names, and CloudFormation's parameters are named
     * after them; of other images it is not known.
     *
     * @param image the image id in the template, resolved
     */
    public static void sameArchitecture(Object image, InstanceType type) {
        IN_NAMES.forEach((architecture, pattern) -> {
            if (pattern.matcher(image.toString()).find()) {
                boot(architecture, type);
            }
        });
    }

    private static void boot(InstanceArchitecture image, InstanceType type) {
        if (Token.isUnresolved(type.toString()) || image == type.getArchitecture()) {
            return;
        }
        throw new InvalidValueException(
                "the image is for " + image.name().toLowerCase(Locale.ROOT) + ", and " + architecture(type),
                "choose an image and instanceTypes of one processor architecture");
    }

    /** CodeDeploy makes the group wait by a hook of its own, which the template does not know. */
    static void hooks(HostSettings hosts, boolean codeDeploy) {
        InvalidValueException.require(
                !codeDeploy || hosts.lifecycleHooks().isEmpty(),
                "lifecycleHooks do not go with CodeDeploy, which puts a hook on the group itself",
                "add yours to the group: addLifecycleHook(...)");
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
        InvalidValueException.require(
                schedules.isEmpty() || schedules.stream().anyMatch(schedule -> schedule.minCapacity() > 0),
                "schedules take all hosts away and none starts any again",
                "add one with a minCapacity of 1 or more");
    }

    /**
     * Checks that no schedule takes all hosts from a fleet of {@code kind}.
     *
     * @throws InvalidValueException naming the one that does
     */
    public static void alwaysHosts(FleetSettings options, String kind) {
        options.nights().findFirst().ifPresent(night -> {
            throw new InvalidValueException(
                    "schedule " + night.name() + " takes all hosts away, and " + kind,
                    "give it a minCapacity of 1 or more");
        });
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
