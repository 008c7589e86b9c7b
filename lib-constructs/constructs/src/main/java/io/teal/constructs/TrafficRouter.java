package io.teal.constructs;

import io.teal.constructs.internal.traffic.TrafficRouterConstruct;
import io.teal.constructs.internal.traffic.TrafficRouterProps;
import software.constructs.Construct;

/** Where traffic comes in to a service of two colours; {@link TrafficRouterConstruct} says what it is made of. */
public final class TrafficRouter extends TrafficRouterConstruct {
    TrafficRouter(Construct scope, String id, TrafficRouterProps props) {
        super(scope, id, props);
    }
}
