package io.teal.constructs.traffic;

import io.teal.release.Release;
import java.util.Objects;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;

/**
 * What a {@link TrafficRouter} is made of.
 *
 * @param vpc where the load balancer is
 * @param release whose settled weights the production listener writes
 * @param fleetSecurityGroup the hosts' security group; the load balancer is let in
 * @param options ports, health check, certificates
 */
public record TrafficRouterProps(IVpc vpc, Release release, ISecurityGroup fleetSecurityGroup, TrafficOptions options) {
    /** Checks that nothing is missing. */
    public TrafficRouterProps {
        Objects.requireNonNull(vpc, "vpc");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(fleetSecurityGroup, "fleetSecurityGroup");
        Objects.requireNonNull(options, "options");
    }
}
