package io.teal.constructs;

import io.teal.constructs.internal.fleet.ColorFleetConstruct;
import io.teal.constructs.internal.fleet.ColorFleetProps;
import software.constructs.Construct;

/** The hosts of one colour of a {@link BlueGreenService}; {@link ColorFleetConstruct} says what it is made of. */
public final class ColorFleet extends ColorFleetConstruct {
    ColorFleet(Construct scope, String id, ColorFleetProps props) {
        super(scope, id, props);
    }
}
