package io.teal.constructs;

import io.teal.constructs.internal.fleet.FleetParts;
import io.teal.constructs.internal.fleet.HostBoot;
import io.teal.constructs.internal.fleet.SharedFleetConstruct;
import io.teal.release.Release;
import software.constructs.Construct;

/** The hosts of both colours of a {@link SameHostService}; {@link SharedFleetConstruct} says what it is made of. */
public final class SharedFleet extends SharedFleetConstruct {
    SharedFleet(Construct scope, String id, String serviceName, Release release, FleetParts parts, HostBoot boot) {
        super(scope, id, serviceName, release, parts, boot);
    }
}
