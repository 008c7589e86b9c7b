package io.teal.constructs.internal.cutover;

import io.teal.constructs.internal.common.WholeSeconds;
import io.teal.release.InvalidValueException;
import software.amazon.awscdk.Duration;

/** The checked values of {@code HealthAlarmsOptions}, whose builder documents each. */
public record AlarmSettings(double errorPercent, Duration latency, int requests) {

    /** Checks the ranges. */
    public AlarmSettings {
        InvalidValueException.require(
                errorPercent > 0 && errorPercent < 100,
                "errorPercent must be more than 0 and less than 100, got " + errorPercent);
        InvalidValueException.require(requests >= 1, "requests must be 1 or more, got " + requests);
        WholeSeconds.some("latency", latency, "every answer takes some time");
    }
}
