package io.teal.constructs;

import io.teal.constructs.internal.traffic.SingleRouterConstruct;
import io.teal.constructs.internal.traffic.SingleRouterProps;
import software.constructs.Construct;

/** Where traffic comes in to a {@link OneFleetService}; {@link SingleRouterConstruct} says what it is made of. */
public final class SingleRouter extends SingleRouterConstruct {
    SingleRouter(Construct scope, String id, SingleRouterProps props) {
        super(scope, id, props);
    }
}
