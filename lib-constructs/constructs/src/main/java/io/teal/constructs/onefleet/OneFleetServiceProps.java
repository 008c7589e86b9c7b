package io.teal.constructs.onefleet;

import io.teal.constructs.fleet.Delivery;
import io.teal.constructs.fleet.FleetOptions;
import io.teal.constructs.support.ServiceNames;
import io.teal.constructs.traffic.TrafficOptions;
import io.teal.release.InvalidValueException;
import io.teal.release.Version;
import java.util.Objects;
import software.amazon.awscdk.services.ec2.IVpc;

/**
 * What a {@link OneFleetService} is made of; made with {@link OneFleetService.Builder}.
 *
 * @param serviceName the service's name
 * @param version what it runs
 * @param vpc where it runs
 * @param delivery how a version reaches a host
 * @param fleet sizes, scaling, volumes
 * @param traffic ports, health check, certificates
 * @param way how a new version reaches the hosts
 */
public record OneFleetServiceProps(
        String serviceName,
        Version version,
        IVpc vpc,
        Delivery delivery,
        FleetOptions fleet,
        TrafficOptions traffic,
        Way way) {
    /** The fewest hosts: one of them may be away while the other serves. */
    public static final int LEAST_HOSTS = 2;

    /** Checks that nothing is missing, the name is usable, a host comes with its version and there are two hosts. */
    public OneFleetServiceProps {
        Objects.requireNonNull(serviceName, "serviceName");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(vpc, "vpc");
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(fleet, "fleet");
        Objects.requireNonNull(traffic, "traffic");
        Objects.requireNonNull(way, "way");
        ServiceNames.require(serviceName);
        requireFit(way, delivery);
        if (fleet.minCapacity() < LEAST_HOSTS) {
            throw new InvalidValueException("minCapacity of a service on one fleet must be " + LEAST_HOSTS
                    + " or more, got " + fleet.minCapacity() + ": a host that is replaced or installed serves nobody");
        }
    }

    private static void requireFit(Way way, Delivery delivery) {
        if (way instanceof Way.Rolling && delivery.revisions().isPresent()) {
            throw new InvalidValueException(
                    "Delivery.codeDeploy is not for Way.rolling, where a version comes with" + " the host",
                    "take Delivery.images or Delivery.artifact, or Way.inPlace");
        }
        if (way instanceof Way.InPlace && delivery.revisions().isEmpty()) {
            throw new InvalidValueException(
                    "Way.inPlace installs on hosts that are there, which CodeDeploy does",
                    "take Delivery.codeDeploy, or Way.rolling");
        }
    }
}
