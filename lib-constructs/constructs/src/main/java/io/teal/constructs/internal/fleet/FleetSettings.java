package io.teal.constructs.internal.fleet;

import io.teal.constructs.internal.common.WholeSeconds;
import io.teal.release.InvalidValueException;
import io.teal.release.cutover.Night;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.SubnetSelection;

/** The checked values of {@code FleetOptions}, whose builder documents each. */
public record FleetSettings(
        List<InstanceType> instanceTypes,
        int minCapacity,
        int maxCapacity,
        int cpuTargetPercent,
        Duration warmUp,
        Duration healthCheckGracePeriod,
        List<BlockDevice> blockDevices,
        List<ISecurityGroup> securityGroups,
        SubnetSelection subnets,
        Optional<Integer> requestsPerHost,
        List<ScheduledCapacity> schedules,
        Optional<Boolean> detailedMonitoring,
        HostSettings hosts) {

    /** Checks the ranges. */
    public FleetSettings {
        instanceTypes = List.copyOf(instanceTypes);
        blockDevices = List.copyOf(blockDevices);
        securityGroups = List.copyOf(securityGroups);
        schedules = List.copyOf(schedules);
        Objects.requireNonNull(warmUp, "warmUp");
        Objects.requireNonNull(healthCheckGracePeriod, "healthCheckGracePeriod");
        Objects.requireNonNull(subnets, "subnets");
        FleetChecks.instanceTypes(instanceTypes);
        FleetChecks.securityGroups(securityGroups);
        WholeSeconds.whole("warmUp", warmUp);
        WholeSeconds.some(
                "healthCheckGracePeriod",
                healthCheckGracePeriod,
                "without a grace a host is replaced while it still boots");
        FleetChecks.capacities(minCapacity, maxCapacity);
        InvalidValueException.require(
                cpuTargetPercent >= 1 && cpuTargetPercent <= 100,
                "cpuTargetPercent must be from 1 to 100, got " + cpuTargetPercent);
        requestsPerHost.ifPresent(target ->
                InvalidValueException.require(target >= 1, "requestsPerHost must be at least 1, got " + target));
        FleetChecks.schedules(schedules, maxCapacity);
        hosts.spot().ifPresent(spot -> spot.requireBase(maxCapacity));
    }

    /** Whether the group has a policy for several kinds of hosts, and not one launch template. */
    boolean mixed() {
        return instanceTypes.size() > 1 || hosts.spot().isPresent();
    }

    /** When schedules take all hosts away. */
    public Stream<Night> nights() {
        return schedules.stream().flatMap(schedule -> schedule.night().stream());
    }
}
