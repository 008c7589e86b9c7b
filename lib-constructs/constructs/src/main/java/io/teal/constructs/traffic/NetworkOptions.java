package io.teal.constructs.traffic;

import io.teal.release.InvalidValueException;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What is particular to a Network Load Balancer; made with {@link #builder()}, every value has a default.
 *
 * @param port the port production traffic comes in by, if it is not 80 or 443
 * @param healthCheck what says that a host can serve
 */
public record NetworkOptions(OptionalInt port, Check healthCheck) {
    /** The shortest deregistration delay, in seconds: AWS advises it, and new connections still come for that long. */
    public static final int LEAST_DEREGISTRATION_SECONDS = 120;

    /** What says that a host can serve. */
    public enum Check {
        /** The health check path answers 200. */
        HTTP,
        /** The application's port takes a connection, which it does long before the service can serve. */
        TCP
    }

    /** Checks the ranges. */
    public NetworkOptions {
        Objects.requireNonNull(healthCheck, "healthCheck");
        port.ifPresent(number -> TrafficChecks.port("port", number));
    }

    /** Options that start from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link NetworkOptions}. */
    public static final class Builder {
        private OptionalInt port = OptionalInt.empty();
        private Check healthCheck = Check.HTTP;

        private Builder() {}

        /**
         * The port production traffic comes in by, 1 to 65535, neither of the preview ports.
         *
         * <p>Default: 443 with certificates, else 80.
         */
        public Builder port(int number) {
            this.port = OptionalInt.of(number);
            return this;
        }

        /**
         * What says that a host can serve. TCP is for services without HTTP; then nothing but the listening socket is
         * asked, so a service must not listen before it can serve.
         *
         * <p>Default: HTTP.
         */
        public Builder healthCheck(Check check) {
            this.healthCheck = check;
            return this;
        }

        /**
         * The options.
         *
         * @throws InvalidValueException if the port is out of its range
         */
        public NetworkOptions build() {
            return new NetworkOptions(port, healthCheck);
        }
    }
}
