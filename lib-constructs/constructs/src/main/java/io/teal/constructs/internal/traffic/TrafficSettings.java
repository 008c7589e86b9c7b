package io.teal.constructs.internal.traffic;

import io.teal.constructs.internal.common.WholeSeconds;
import io.teal.release.Color;
import io.teal.release.InvalidValueException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
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
        ApplicationSettings application,
        OptionalInt ownProductionPort,
        Map<String, TrafficSettings> ports) {

    /** Port of plain HTTP; with certificates it only redirects. */
    public static final int HTTP_PORT = 80;
    /** Port of HTTPS. */
    public static final int HTTPS_PORT = 443;

    /** Checks the ranges. */
    public TrafficSettings {
        certificates = List.copyOf(certificates);
        clients = List.copyOf(clients);
        previewClients = List.copyOf(previewClients);
        ports = Collections.unmodifiableMap(new TreeMap<>(ports));
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

    /**
     * The same, if its ports go together.
     *
     * @throws InvalidValueException if they do not
     */
    public TrafficSettings together() {
        TrafficChecks.productionPort(
                ownProductionPort,
                network.isPresent() || existingListener.isPresent(),
                List.of(bluePreviewPort, greenPreviewPort));
        PortChecks.check(this);
        return this;
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
        int usual = ownProductionPort.orElse(usualPort());
        return network.map(options -> options.port().orElse(usual)).orElse(usual);
    }

    private int usualPort() {
        return https() ? HTTPS_PORT : HTTP_PORT;
    }

    /** What URLs of the service have behind the host's name: nothing if browsers know the port. */
    String portOfUrl() {
        return ownProductionPort.isEmpty() || ownProductionPort.getAsInt() == usualPort()
                ? ""
                : ":" + ownProductionPort.getAsInt();
    }

    /** Whether port 80 sends clients of plain HTTP to the port of HTTPS: nothing else of the service is there. */
    boolean redirects() {
        return https()
                && network.isEmpty()
                && existingListener.isEmpty()
                && productionPort() != HTTP_PORT
                && ports.values().stream().noneMatch(port -> port.productionPort() == HTTP_PORT);
    }

    /** The same behind a load balancer that has public addresses, or none. */
    TrafficSettings within(boolean isPublic) {
        return isPublic
                ? this
                : new TrafficSettings(
                        applicationPort,
                        healthCheckPath,
                        healthCheckInterval,
                        deregistrationDelay,
                        certificates,
                        bluePreviewPort,
                        greenPreviewPort,
                        false,
                        clients,
                        previewClients,
                        accessLogs,
                        deletionProtection,
                        existingListener,
                        network,
                        application,
                        ownProductionPort,
                        ports);
    }

    /** This port, then the others. */
    public List<TrafficSettings> all() {
        List<TrafficSettings> all = new ArrayList<>(List.of(this));
        all.addAll(ports.values());
        return all;
    }

    /** The longest of {@link #deregistrationDelay} of all ports. */
    public Duration longestDelay() {
        return all().stream()
                .map(TrafficSettings::deregistrationDelay)
                .max(Comparator.comparing(delay -> delay.toSeconds().longValue()))
                .orElseThrow();
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
