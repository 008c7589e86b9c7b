package io.teal.constructs;

import io.teal.constructs.internal.cutover.CutoverSettings;
import io.teal.constructs.internal.fleet.FleetSettings;
import io.teal.constructs.internal.traffic.TrafficSettings;
import io.teal.release.ReleaseRequest;
import java.util.Objects;
import software.amazon.awscdk.services.ec2.IVpc;

/** The checked values that the services of two colours have in common. */
abstract class TwoColorProps {
    final String serviceName;
    final ReleaseRequest request;
    final IVpc vpc;
    final FleetSettings fleet;
    final TrafficSettings traffic;
    final CutoverSettings cutover;

    TwoColorProps(TwoColorBuilder<?> values) {
        serviceName = values.checkedName();
        request = Objects.requireNonNull(values.request, "release");
        vpc = Objects.requireNonNull(values.vpc, "vpc");
        fleet = values.fleetSettings();
        traffic = values.trafficSettings();
        cutover = values.cutoverSettings();
    }
}
