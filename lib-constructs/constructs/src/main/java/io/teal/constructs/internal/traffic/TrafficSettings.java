package io.teal.constructs.internal.traffic;

import io.teal.constructs.internal.common.WholeSeconds;
import io.teal.release.Color;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.IPeer;
import software.amazon.awscdk.services.elasticloadbalancingv2.IListenerCertificate;
import software.amazon.awscdk.services.s3.IBucket;

/**
 * How a service is reached.
 *
 * @param applicationPort the port the service listens on
 * @param healthCheckPath the path that says whether a host can serve
 * @param healthCheckInterval time between two checks
 * @param deregistrationDelay how long a leaving host may finish its requests
 * @param certificates certificates for HTTPS; none for plain HTTP
 * @param bluePreviewPort the port that always reaches blue
 * @param greenPreviewPort the port that always reaches green
 * @param internetFacing whether the load balancer has public addresses
 * @param clients who may use the service
 * @param previewClients who may use the preview ports
 * @param accessLogs where the load balancer writes its access log
 * @param deletionProtection whether the load balancer refuses to be deleted
 * @param existingListener the listener to add a rule to, instead of making a load balancer
 * @param network what makes the load balancer a Network Load Balancer
 */
public record TrafficSettings(
        int applicationPort,
        String healthCheckPath,
        Duration healthCheckInterval,
        Duration deregistrationDelay,
        List<IListenerCertificate> certificates,
        int bluePreviewPort,
        int greenPreviewPort,
        boolean internetFacing,
        List<IPeer> clients,
        List<IPeer> previewClients,
        Optional<IBucket> accessLogs,
        boolean deletionProtection,
        Optional<ExistingListenerSettings> existingListener,
        Optional<NetworkSettings> network) {

    /** Port of plain HTTP; with certificates it only redirects. */
    public static final int HTTP_PORT = 80;
    /** Port of HTTPS. */
    public static final int HTTPS_PORT = 443;

    /** Checks the ranges. */
    public TrafficSettings {
        certificates = List.copyOf(certificates);
        clients = List.copyOf(clients);
        previewClients = List.copyOf(previewClients);
        Objects.requireNonNull(accessLogs, "accessLogs");
        Objects.requireNonNull(existingListener, "existingListener");
        Objects.requireNonNull(network, "network");
        TrafficChecks.port("applicationPort", applicationPort);
        TrafficChecks.path(healthCheckPath);
        WholeSeconds.between("healthCheckInterval", healthCheckInterval, 6, 300);
        WholeSeconds.between("deregistrationDelay", deregistrationDelay, 0, TrafficChecks.LONGEST_DELAY_SECONDS);
        TrafficChecks.previewPorts(bluePreviewPort, greenPreviewPort, network);
        if (network.isPresent()) {
            TrafficChecks.network(existingListener, deregistrationDelay);
        }
        if (existingListener.isPresent()) {
            TrafficChecks.notYours("clients", !clients.isEmpty());
            TrafficChecks.notYours("accessLogs", accessLogs.isPresent());
            TrafficChecks.notYours("deletionProtection", deletionProtection);
            TrafficChecks.onePreview(existingListener.get(), previewClients);
        }
    }

    /** Whether the service is reached by HTTPS. */
    public boolean https() {
        return !certificates.isEmpty();
    }

    /** The port production traffic comes in by. */
    public int productionPort() {
        int usual = https() ? HTTPS_PORT : HTTP_PORT;
        return network.map(options -> options.port().orElse(usual)).orElse(usual);
    }

    /** The port that always reaches {@code color}, unless a header does. */
    public int previewPort(Color color) {
        return color == Color.BLUE ? bluePreviewPort : greenPreviewPort;
    }

    /** Whether a header selects a colour, instead of preview ports. */
    public boolean previewsByHeader() {
        return existingListener.flatMap(ExistingListenerSettings::preview).isPresent();
    }
}
