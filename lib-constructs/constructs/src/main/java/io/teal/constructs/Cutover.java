package io.teal.constructs;

import io.teal.constructs.internal.cutover.CutoverConstruct;
import io.teal.constructs.internal.cutover.CutoverProps;
import software.constructs.Construct;

/** What verifies a new fleet and moves traffic to it; {@link CutoverConstruct} says how. */
public final class Cutover extends CutoverConstruct {
    Cutover(Construct scope, String id, CutoverProps props) {
        super(scope, id, props);
    }
}
