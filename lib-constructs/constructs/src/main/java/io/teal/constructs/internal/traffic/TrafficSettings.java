package io.teal.constructs.internal.traffic;

import io.teal.constructs.internal.common.WholeSeconds;
import io.teal.release.Color;
import java.util.List;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.IPeer;
import software.amazon.awscdk.services.elasticloadbalancingv2.IListenerCertificate;
import software.amazon.awscdk.services.s3.IBucket;

/** The checked values of {@code TrafficOptions}, whose builder documents each. */
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
        Optional<NetworkSettings> network,
        ApplicationSettings application) {

    /** Port of plain HTTP; with certificates it only redirects. */
    public static final int HTTP_PORT = 80;
    /** Port of HTTPS. */
    public static final int HTTPS_PORT = 443;

    /** Checks the ranges. */
    public TrafficSettings {
        certificates = List.copyOf(certificates);
        clients = List.copyOf(clients);
        previewClients = List.copyOf(previewClients);
        TrafficChecks.port("applicationPort", applicationPort);
        TrafficChecks.path(healthCheckPath);
        WholeSeconds.between("healthCheckInterval", healthCheckInterval, 6, 300);
        WholeSeconds.between("deregistrationDelay", deregistrationDelay, 0, TrafficChecks.LONGEST_DELAY_SECONDS);
        TrafficChecks.previewPorts(bluePreviewPort, greenPreviewPort, network);
        if (network.isPresent()) {
            TrafficChecks.network(existingListener, deregistrationDelay, application);
        }
        TrafficChecks.https(application, !certificates.isEmpty() || existingListener.isPresent());
        if (existingListener.isPresent()) {
            TrafficChecks.requireOwn("clients", !clients.isEmpty());
            TrafficChecks.requireOwn("accessLogs", accessLogs.isPresent());
            TrafficChecks.requireOwn("deletionProtection", deletionProtection);
            TrafficChecks.onePreview(existingListener.get(), previewClients);
            application.candidate().ifPresent(existingListener.get()::requireRoomFor);
        }
    }

    /** Whether the service is reached by HTTPS. */
    public boolean https() {
        return !certificates.isEmpty();
    }

    /** What URLs of the service begin with. */
    String scheme() {
        return https() ? "https://" : "http://";
    }

    /** The port of production traffic. */
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
