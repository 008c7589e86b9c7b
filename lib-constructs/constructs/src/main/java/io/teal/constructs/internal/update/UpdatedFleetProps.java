package io.teal.constructs.internal.update;

import io.teal.constructs.internal.cutover.RevisionLocation;
import io.teal.constructs.internal.fleet.FleetParts;
import io.teal.constructs.internal.fleet.HostBoot;
import io.teal.constructs.internal.traffic.SingleRouterConstruct;
import io.teal.release.Version;
import java.util.Optional;

/**
 * What the one fleet of a service is made of, whichever way it is updated.
 *
 * @param serviceName the service
 * @param version what it runs
 * @param parts network, access, target group, sizes
 * @param boot what its hosts boot from
 * @param revision what CodeDeploy installs, if it does
 * @param router where its traffic comes in
 */
public record UpdatedFleetProps(
        String serviceName,
        Version version,
        FleetParts parts,
        HostBoot boot,
        Optional<RevisionLocation> revision,
        SingleRouterConstruct router) {}
