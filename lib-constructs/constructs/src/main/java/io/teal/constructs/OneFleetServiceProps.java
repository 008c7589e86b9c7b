package io.teal.constructs;

import io.teal.constructs.internal.common.ServiceNames;
import io.teal.constructs.internal.fleet.FleetSettings;
import io.teal.constructs.internal.traffic.TrafficSettings;
import io.teal.release.InvalidValueException;
import io.teal.release.Version;
import java.util.Objects;
import software.amazon.awscdk.services.ec2.IVpc;

/** The checked values of a {@link OneFleetService.Builder}, which documents each. */
record OneFleetServiceProps(
        String serviceName,
        Version version,
        IVpc vpc,
        Delivery delivery,
        FleetSettings fleet,
        TrafficSettings traffic,
        Way way) {
    /** One host serves while the other is replaced or installed. */
    private static final int LEAST_HOSTS = 2;

    /** Checks that nothing is missing, the name is valid, delivery and way fit together and there are two hosts. */
    OneFleetServiceProps {
        Objects.requireNonNull(serviceName, "serviceName");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(vpc, "vpc");
        Objects.requireNonNull(delivery, "delivery");
        Objects.requireNonNull(way, "way");
        ServiceNames.require(serviceName);
        way.way.requireFit(delivery.revisions().isPresent());
        if (fleet.minCapacity() < LEAST_HOSTS) {
            throw new InvalidValueException(
                    "minCapacity of a service on one fleet must be " + LEAST_HOSTS + " or more, got "
                            + fleet.minCapacity() + ": a host that is replaced or installed serves no requests");
        }
    }

    OneFleetServiceProps(OneFleetService.Builder values) {
        this(
                values.serviceName,
                values.version,
                values.vpc,
                values.delivery,
                Objects.requireNonNull(values.fleet, "fleet").settings,
                Objects.requireNonNull(values.traffic, "traffic").settings,
                values.way);
    }
}
