package io.teal.constructs;

import io.teal.constructs.internal.traffic.SingleRouterConstruct;
import io.teal.constructs.internal.traffic.TrafficSettings;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.constructs.Construct;

/** Where traffic comes in to a {@link OneFleetService}; {@link SingleRouterConstruct} says what it is made of. */
public final class SingleRouter extends SingleRouterConstruct {
    SingleRouter(Construct scope, String id, IVpc vpc, ISecurityGroup fleet, TrafficSettings options) {
        super(scope, id, vpc, fleet, options);
    }
}
