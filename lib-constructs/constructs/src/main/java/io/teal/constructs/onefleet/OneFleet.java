package io.teal.constructs.onefleet;

import io.teal.constructs.cutover.HealthAlarms;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;

/** A fleet, released one way or another. */
interface OneFleet {
    AutoScalingGroup group();

    HealthAlarms health();

    /** A command that shows how far the newest release is. */
    String watchCommand();
}
