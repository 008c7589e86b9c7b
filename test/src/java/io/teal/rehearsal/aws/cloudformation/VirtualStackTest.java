package io.teal.rehearsal.aws.cloudformation;

import io.teal.rehearsal.aws.autoscaling.World;

/** The same on the virtual clock. */
class VirtualStackTest extends StackStandInTest {
    VirtualStackTest() {
        super(World.virtual());
    }
}
