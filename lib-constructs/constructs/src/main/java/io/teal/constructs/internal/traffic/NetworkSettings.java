package io.teal.constructs.internal.traffic;

import io.teal.release.InvalidValueException;
import java.util.OptionalInt;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;

/** The checked values of {@code NetworkOptions}, whose builder documents each. */
public record NetworkSettings(OptionalInt port, Protocol healthCheck) {
    /** The shortest deregistration delay, in seconds: AWS recommends it, since new connections arrive for that long. */
    public static final int LEAST_DEREGISTRATION_SECONDS = 120;

    /** Checks the ranges. */
    public NetworkSettings {
        port.ifPresent(number -> TrafficChecks.port("port", number));
        InvalidValueException.require(
                healthCheck == Protocol.HTTP || healthCheck == Protocol.TCP,
                "healthCheck must be HTTP or TCP, got " + healthCheck);
    }
}
