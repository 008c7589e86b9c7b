package io.teal.constructs.internal.traffic;

import io.teal.release.Color;
import io.teal.release.Release;
import java.util.OptionalInt;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;

/**
 * What a {@link TrafficRouterConstruct} is made of.
 *
 * @param vpc where the load balancer is
 * @param release whose settled weights the production listener writes
 * @param fleetSecurityGroup the hosts' security group; the load balancer is let in
 * @param options ports, health check, certificates
 * @param greenPort where green listens, if both colours share the hosts; else both listen on the application's port
 */
public record TrafficRouterProps(
        IVpc vpc, Release release, ISecurityGroup fleetSecurityGroup, TrafficSettings options, OptionalInt greenPort) {
    /** The same for another port. */
    TrafficRouterProps with(TrafficSettings port) {
        return new TrafficRouterProps(vpc, release, fleetSecurityGroup, port, greenPort);
    }

    /** Where {@code color} listens on its hosts. */
    int port(Color color) {
        return color == Color.GREEN ? greenPort.orElse(options.applicationPort()) : options.applicationPort();
    }
}
