package io.teal.constructs.internal.fleet;

import io.teal.constructs.internal.common.WholeSeconds;
import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.SubnetSelection;

/**
 * What both colours' fleets have in common.
 *
 * @param instanceTypes the instance types, the preferred first
 * @param minCapacity the fewest hosts
 * @param maxCapacity the most hosts
 * @param cpuTargetPercent the average CPU the fleet scales on
 * @param warmUp how long a new host's CPU is left out of scaling
 * @param healthCheckGracePeriod how long a new host may fail the load balancer's health check
 * @param blockDevices the volumes
 * @param securityGroups more security groups of the hosts
 * @param subnets where the hosts are
 * @param requestsPerHost the requests a minute, for each host, that the fleet scales on as well
 * @param schedules times from which the active colour has at least so many hosts
 */
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
        List<ScheduledCapacity> schedules) {

    /** Checks the ranges. */
    public FleetSettings {
        instanceTypes = List.copyOf(instanceTypes);
        blockDevices = List.copyOf(blockDevices);
        securityGroups = List.copyOf(securityGroups);
        schedules = List.copyOf(schedules);
        Objects.requireNonNull(requestsPerHost, "requestsPerHost");
        Objects.requireNonNull(warmUp, "warmUp");
        Objects.requireNonNull(healthCheckGracePeriod, "healthCheckGracePeriod");
        Objects.requireNonNull(subnets, "subnets");
        FleetChecks.instanceTypes(instanceTypes);
        blockDevices.forEach(FleetChecks::encrypted);
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
    }
}
