package io.teal.constructs;

import io.teal.constructs.internal.fleet.SharedFleetConstruct;
import io.teal.constructs.internal.fleet.SharedFleetProps;
import software.constructs.Construct;

/** The hosts of both colours of a {@link SameHostService}; {@link SharedFleetConstruct} says what it is made of. */
public final class SharedFleet extends SharedFleetConstruct {
    SharedFleet(Construct scope, String id, SharedFleetProps props) {
        super(scope, id, props);
    }
}
