package io.teal.constructs.onefleet;

import io.teal.constructs.cutover.HealthAlarms;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;

/** A fleet, released one way or another. */
interface OneFleet {
    AutoScalingGroup group();

    HealthAlarms health();

    /** What installs the version or boots it, and so needs the whole way in to be there first. */
    CfnResource released();

    /** A command that shows how far the newest release is. */
    String watchCommand();
}
