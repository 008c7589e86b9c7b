package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.Rehearsed;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.autoscaling.World;

@Rehearsed
class RealStackTest extends StackStandInTest {
    RealStackTest() {
        super(World.real(new Timescale(200)));
    }
}
