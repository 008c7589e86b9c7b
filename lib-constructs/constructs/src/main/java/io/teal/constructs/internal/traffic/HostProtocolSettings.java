package io.teal.constructs.internal.traffic;

import io.teal.release.InvalidValueException;
import java.util.Optional;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocolVersion;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;

/**
 * How the load balancer speaks to the hosts.
 *
 * @param version HTTP/1.1, HTTP/2 or gRPC
 * @param encrypted whether by TLS
 * @param healthyCodes answers of the health check by which a host can serve; empty for the usual one
 */
public record HostProtocolSettings(
        ApplicationProtocolVersion version, boolean encrypted, Optional<String> healthyCodes) {
    /** HTTP/1.1 without TLS. */
    public static final HostProtocolSettings USUAL =
            new HostProtocolSettings(ApplicationProtocolVersion.HTTP1, false, Optional.empty());

    private static final String NUMBERS = "\\d+(-\\d+)?(,\\d+(-\\d+)?)*";
    private static final String OK = "200";
    private static final String GRPC_OK = "0";

    /** Checks the form of the codes. */
    public HostProtocolSettings {
        healthyCodes.ifPresent(codes -> InvalidValueException.require(
                codes.matches(NUMBERS),
                "healthyCodes must be numbers and ranges of them, as 200,202 or 200-299, got '" + codes + "'"));
    }

    boolean grpc() {
        return version == ApplicationProtocolVersion.GRPC;
    }

    /** As the map of Preflight and Shift has it; empty for the usual. */
    public Optional<String> told() {
        String text = protocol() + " " + version
                + healthyCodes.map(codes -> ", healthy by " + codes).orElse("");
        return Optional.of(text).filter(any -> !equals(USUAL));
    }

    ApplicationProtocol protocol() {
        return encrypted ? ApplicationProtocol.HTTPS : ApplicationProtocol.HTTP;
    }

    HealthCheck.Builder codes(HealthCheck.Builder check) {
        return grpc()
                ? check.healthyGrpcCodes(healthyCodes.orElse(GRPC_OK))
                : check.healthyHttpCodes(healthyCodes.orElse(OK));
    }
}
