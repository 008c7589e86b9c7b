package io.teal.constructs;

import io.teal.constructs.internal.traffic.ExistingListenerSettings;
import io.teal.constructs.internal.traffic.NetworkSettings;
import io.teal.constructs.internal.traffic.TrafficSettings;
import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.IPeer;
import software.amazon.awscdk.services.elasticloadbalancingv2.IListenerCertificate;
import software.amazon.awscdk.services.s3.IBucket;

/** How a service is reached; made with {@link #builder()}, every value has a default. */
public final class TrafficOptions {
    /** Port of plain HTTP; with certificates it only redirects. */
    public static final int HTTP_PORT = TrafficSettings.HTTP_PORT;

    /** Port of HTTPS. */
    public static final int HTTPS_PORT = TrafficSettings.HTTPS_PORT;

    final TrafficSettings settings;

    private TrafficOptions(TrafficSettings settings) {
        this.settings = settings;
    }

    /** Options that start from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link TrafficOptions}. Values are checked by {@link #build()}. */
    public static final class Builder {
        /** The application's port if none is given. */
        public static final int DEFAULT_APPLICATION_PORT = 8080;
        /** The health check's path if none is given. */
        public static final String DEFAULT_HEALTH_CHECK_PATH = "/health";
        /** Seconds between health checks if nothing is given: a dead host is found in 15 to 25 s, not in AWS's 65. */
        public static final int DEFAULT_INTERVAL_SECONDS = 10;
        /** Seconds of deregistration delay if nothing is given; AWS's own is 300. */
        public static final int DEFAULT_DEREGISTRATION_SECONDS = 120;
        /** Blue's preview port if none is given. */
        public static final int DEFAULT_BLUE_PREVIEW_PORT = 8081;
        /** Green's preview port if none is given. */
        public static final int DEFAULT_GREEN_PREVIEW_PORT = 8082;

        private int applicationPort = DEFAULT_APPLICATION_PORT;
        private String healthCheckPath = DEFAULT_HEALTH_CHECK_PATH;
        private Duration healthCheckInterval = Duration.seconds(DEFAULT_INTERVAL_SECONDS);
        private Duration deregistrationDelay = Duration.seconds(DEFAULT_DEREGISTRATION_SECONDS);
        private List<IListenerCertificate> certificates = List.of();
        private int bluePreviewPort = DEFAULT_BLUE_PREVIEW_PORT;
        private int greenPreviewPort = DEFAULT_GREEN_PREVIEW_PORT;
        private boolean internetFacing = true;
        private List<IPeer> clients = List.of();
        private List<IPeer> previewClients = List.of();
        private Optional<IBucket> accessLogs = Optional.empty();
        private boolean deletionProtection;
        private Optional<ExistingListenerSettings> existingListener = Optional.empty();
        private Optional<NetworkSettings> network = Optional.empty();
        private ApplicationOptions application = ApplicationOptions.builder().build();

        private Builder() {}

        /**
         * The port the service listens on, 1 to 65535.
         *
         * <p>Never change it on a live service: CloudFormation replaces both target groups and the rules that let the
         * load balancer reach the hosts, and hosts that listen on the old port are unhealthy in the new groups.
         *
         * <p>Default: {@value #DEFAULT_APPLICATION_PORT}.
         */
        public Builder applicationPort(int port) {
            this.applicationPort = port;
            return this;
        }

        /**
         * The path that answers 200 when, and only when, the host can serve. One passed check puts a new host in
         * service, so it must not pass while the service is still warming up.
         *
         * <p>A change updates both target groups at once, whatever the weights: every running version must answer the
         * new path before, or its hosts become unhealthy and are replaced.
         *
         * <p>Default: {@value #DEFAULT_HEALTH_CHECK_PATH}.
         */
        public Builder healthCheckPath(String path) {
            this.healthCheckPath = Objects.requireNonNull(path, "path");
            return this;
        }

        /**
         * Time between two health checks, 6 to 300 seconds; each may take 5, and 2 in a row decide.
         *
         * <p>Default: {@value #DEFAULT_INTERVAL_SECONDS} seconds.
         */
        public Builder healthCheckInterval(Duration time) {
            this.healthCheckInterval = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * How long a host that is deregistered may finish its requests, 0 to 3600 seconds: longer than the longest
         * request, which is otherwise cut with a 502. At least 120 on a Network Load Balancer, which sends new
         * connections for a while. A stack's rollback waits as long before it removes a fleet: more than about 3,100
         * seconds, less with a longer {@link CutoverOptions.Builder#spread spread}, are refused at synthesis.
         *
         * <p>Default: {@value #DEFAULT_DEREGISTRATION_SECONDS} seconds.
         */
        public Builder deregistrationDelay(Duration time) {
            this.deregistrationDelay = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * Certificates for HTTPS on port 443; port 80 then redirects, and the preview ports speak HTTPS too.
         *
         * <p>A live service that adds its first certificate answers no request on port 80 between the two listeners'
         * updates, and one that drops its last cannot be updated at all (port 80 is taken until the cleanup): replace
         * the service instead.
         *
         * <p>Default: none, plain HTTP on port 80.
         */
        public Builder certificates(IListenerCertificate... listenerCertificates) {
            this.certificates = List.of(listenerCertificates);
            return this;
        }

        /**
         * The ports that always reach blue and green, whatever the weights. Closed by default: open them with
         * {@link #previewClients}.
         *
         * <p>Default: {@value #DEFAULT_BLUE_PREVIEW_PORT} and {@value #DEFAULT_GREEN_PREVIEW_PORT}.
         */
        public Builder previewPorts(int blue, int green) {
            this.bluePreviewPort = blue;
            this.greenPreviewPort = green;
            return this;
        }

        /** Whether the load balancer has public addresses. Changing it replaces the load balancer. Default: true. */
        public Builder internetFacing(boolean isPublic) {
            this.internetFacing = isPublic;
            return this;
        }

        /**
         * Who may use the service.
         *
         * <p>Default: everybody if the load balancer is internet-facing, else the VPC.
         */
        public Builder clients(IPeer... peers) {
            this.clients = List.of(peers);
            return this;
        }

        /**
         * Who may use the preview ports, as if by {@link TrafficRouter#allowPreviewFrom}.
         *
         * <p>Default: nobody.
         */
        public Builder previewClients(IPeer... peers) {
            this.previewClients = List.of(peers);
            return this;
        }

        /**
         * The bucket for the load balancer's access log; encrypted by S3's own keys, in the stack's region, which the
         * stack must name.
         *
         * <p>Default: no access log.
         */
        public Builder accessLogs(IBucket bucket) {
            this.accessLogs = Optional.of(Objects.requireNonNull(bucket, "bucket"));
            return this;
        }

        /** Whether the load balancer refuses to be deleted, by {@code cdk destroy} too. Default: false. */
        public Builder deletionProtection(boolean on) {
            this.deletionProtection = on;
            return this;
        }

        /**
         * A rule on an existing listener routes to the service, instead of a load balancer of its own. The rule is
         * created last: until the service's hosts are healthy, the listener's other rules answer its requests. Then
         * {@link #certificates} are for the preview ports, and {@link #internetFacing} is ignored. Not for a service
         * that is live with a load balancer of its own, nor the other way round.
         *
         * <p>Default: an Application Load Balancer of the service's own.
         */
        public Builder existingListener(ExistingListener listener) {
            this.existingListener = Optional.of(listener.settings);
            return this;
        }

        /** What only an Application Load Balancer can do. Default: {@link ApplicationOptions#builder()}'s. */
        public Builder application(ApplicationOptions options) {
            this.application = Objects.requireNonNull(options, "options");
            return this;
        }

        /**
         * The load balancer is a Network Load Balancer: connections are shared by weight, not requests, and one that is
         * open stays with its host. Other differences: {@code docs/network-load-balancer.md}. Not for a service that is
         * live behind another kind.
         *
         * <p>Default: an Application Load Balancer.
         */
        public Builder network(NetworkOptions options) {
            this.network = Optional.of(options.settings);
            return this;
        }

        /**
         * The options.
         *
         * @throws InvalidValueException if a value is out of its range or a preview port is taken
         */
        public TrafficOptions build() {
            return new TrafficOptions(new TrafficSettings(
                            applicationPort,
                            healthCheckPath,
                            healthCheckInterval,
                            deregistrationDelay,
                            certificates,
                            bluePreviewPort,
                            greenPreviewPort,
                            internetFacing,
                            clients,
                            previewClients,
                            accessLogs,
                            deletionProtection,
                            existingListener,
                            network,
                            application.settings,
                            application.productionPort,
                            application.ports)
                    .together());
        }
    }
}
