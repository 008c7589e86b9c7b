package io.teal.constructs;

import io.teal.constructs.internal.traffic.NetworkSettings;
import io.teal.release.InvalidValueException;
import java.util.OptionalInt;
import software.amazon.awscdk.services.elasticloadbalancingv2.Protocol;

/** What is particular to a Network Load Balancer; made with {@link #builder()}, every value has a default. */
public final class NetworkOptions {
    final NetworkSettings settings;

    private NetworkOptions(NetworkSettings settings) {
        this.settings = settings;
    }

    /** Options that start from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link NetworkOptions}. */
    public static final class Builder {
        private OptionalInt port = OptionalInt.empty();
        private Protocol healthCheck = Protocol.HTTP;

        private Builder() {}

        /**
         * The port of production traffic, 1 to 65535, neither of the preview ports.
         *
         * <p>Default: 443 with certificates, else 80.
         */
        public Builder port(int number) {
            this.port = OptionalInt.of(number);
            return this;
        }

        /**
         * How hosts are checked: HTTP, the health check path answers 200, or TCP, the application's port takes a
         * connection. TCP is for services without HTTP; it checks the listening socket only, so a service must not
         * listen before it can serve.
         *
         * <p>Default: HTTP.
         */
        public Builder healthCheck(Protocol protocol) {
            this.healthCheck = protocol;
            return this;
        }

        /**
         * The options.
         *
         * @throws InvalidValueException if the port is out of its range, or hosts are checked by another protocol
         */
        public NetworkOptions build() {
            return new NetworkOptions(new NetworkSettings(port, healthCheck));
        }
    }
}
