package io.teal.constructs.internal.traffic;

import io.teal.constructs.internal.common.WholeSeconds;
import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Token;
import software.amazon.awscdk.services.ec2.IPeer;

/** Ranges of {@link TrafficSettings}. A path that is a token is not checked. */
final class TrafficChecks {
    static final int LONGEST_DELAY_SECONDS = 3600;

    private static final int LONGEST_PATH = 1024;
    private static final int LAST_PORT = 65_535;

    private TrafficChecks() {}

    static void port(String field, int port) {
        InvalidValueException.require(
                port >= 1 && port <= LAST_PORT, field + " must be a port from 1 to " + LAST_PORT + ", got " + port);
    }

    static void previewPorts(int blue, int green, Optional<NetworkSettings> network) {
        port("bluePreviewPort", blue);
        port("greenPreviewPort", green);
        InvalidValueException.require(
                blue != green,
                "bluePreviewPort and greenPreviewPort are both " + blue,
                "each colour needs a port of its own");
        for (int port : new int[] {blue, green}) {
            OptionalInt own = network.map(NetworkSettings::port).orElse(OptionalInt.empty());
            boolean production = own.isPresent() && own.getAsInt() == port;
            InvalidValueException.require(
                    port != TrafficSettings.HTTP_PORT && port != TrafficSettings.HTTPS_PORT && !production,
                    "preview port " + port + " is taken by production",
                    "choose another");
        }
    }

    /** Of an Application Load Balancer of the service's own: others have it elsewhere. */
    static void productionPort(OptionalInt port, boolean elsewhere, List<Integer> previews) {
        if (port.isEmpty()) {
            return;
        }
        port("productionPort", port.getAsInt());
        InvalidValueException.require(
                !elsewhere,
                "productionPort is for an Application Load Balancer of the service's own",
                "set NetworkOptions.port, or the port of the existing listener");
        InvalidValueException.require(
                !previews.contains(port.getAsInt()),
                "productionPort " + port.getAsInt() + " is a preview port",
                "choose another, or other previewPorts");
    }

    static void path(String path) {
        InvalidValueException.require(
                path.startsWith("/") || Token.isUnresolved(path),
                "healthCheckPath must begin with /, got '" + path + "'");
        InvalidValueException.require(
                path.length() <= LONGEST_PATH,
                "healthCheckPath has " + path.length() + " characters, and a health check takes " + LONGEST_PATH);
    }

    static void network(
            Optional<ExistingListenerSettings> existing,
            Duration deregistrationDelay,
            ApplicationSettings application) {
        InvalidValueException.require(
                !application.given(),
                "application has options of an Application Load Balancer, and network makes a Network Load Balancer",
                "set one of them");
        InvalidValueException.require(
                existing.isEmpty(),
                "network makes a Network Load Balancer, and existingListener names a load balancer",
                "set one of them");
        WholeSeconds.between(
                "deregistrationDelay on a Network Load Balancer",
                deregistrationDelay,
                NetworkSettings.LEAST_DEREGISTRATION_SECONDS,
                LONGEST_DELAY_SECONDS);
    }

    /** AWS takes both on listeners of HTTPS only. Which an existing listener is, only its owner knows. */
    static void https(ApplicationSettings application, boolean can) {
        application
                .needsHttps()
                .ifPresent(what -> InvalidValueException.require(
                        can, what + " needs HTTPS, and the service has no certificate", "give certificates"));
    }

    static void onePreview(ExistingListenerSettings existing, List<IPeer> previewClients) {
        InvalidValueException.require(
                previewClients.isEmpty() || existing.preview().isEmpty(),
                "previewClients open preview ports, and with a preview header there are none",
                "set one of them");
    }

    /** What only a load balancer of the service's own can have. */
    static void requireOwn(String field, boolean given) {
        InvalidValueException.require(
                !given,
                field + " is a setting of the load balancer, and existingListener names a shared one",
                "set it there");
    }
}
