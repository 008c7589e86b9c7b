package io.teal.constructs;

import io.teal.constructs.internal.traffic.ApplicationSettings;
import io.teal.constructs.internal.traffic.CandidateSettings;
import io.teal.constructs.internal.traffic.HostProtocolSettings;
import io.teal.constructs.internal.traffic.StickySettings;
import io.teal.constructs.internal.traffic.TrafficSettings;
import io.teal.release.InvalidValueException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocolVersion;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;

/** What only an Application Load Balancer can do; made with {@link #builder()}, every value has a default. */
public final class ApplicationOptions {
    final ApplicationSettings settings;
    final OptionalInt productionPort;
    final Map<String, TrafficSettings> ports;

    private ApplicationOptions(
            ApplicationSettings settings, OptionalInt productionPort, Map<String, TrafficSettings> ports) {
        this.settings = settings;
        this.productionPort = productionPort;
        this.ports = Map.copyOf(ports);
    }

    /** Options that start from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Builds {@link ApplicationOptions}. */
    public static final class Builder {
        private Optional<StickySettings> sticky = Optional.empty();
        private Optional<CandidateSettings> candidate = Optional.empty();
        private Optional<UnaryOperator<ListenerAction>> login = Optional.empty();
        private ApplicationProtocolVersion protocol = ApplicationProtocolVersion.HTTP1;
        private boolean encrypted;
        private Optional<String> healthyCodes = Optional.empty();
        private OptionalInt productionPort = OptionalInt.empty();
        private final Map<String, TrafficSettings> ports = new TreeMap<>();

        private Builder() {}

        /**
         * Clients stay with the version that has served them, by the load balancer's cookie, for so long after their
         * last request: 1 second to 7 days, and no longer than {@link CutoverOptions.Builder#bake}. Weights then share
         * out new clients only; a colour that loses its last weight loses its clients with it, in a release and on the
         * way back. A retire, and a deploy that writes down what was moved by hand, wait as long as this.
         *
         * <p>Not with {@code strategy=rollout}, {@code candidatePercent} or a service on one fleet; a Network Load
         * Balancer has none of these options.
         *
         * <p>Default: each request goes by the weights.
         */
        public Builder stickToVersion(Duration time) {
            this.sticky = Optional.of(new StickySettings(Objects.requireNonNull(time, "time"), false));
            return this;
        }

        /**
         * As {@link #stickToVersion}, and with the host, too, while that is healthy. A service on one fleet may have
         * it. A live service takes {@link #stickToVersion} first, and this in the next deploy: AWS refuses sticky
         * target groups behind a listener that is not, and CloudFormation updates those first. Take it away the same
         * way: {@link #stickToVersion} first, nothing in the next deploy.
         *
         * <p>Default: any host.
         */
        public Builder stickToHost(Duration time) {
            this.sticky = Optional.of(new StickySettings(Objects.requireNonNull(time, "time"), true));
            return this;
        }

        /**
         * Who gets the candidate: while one rests with a share ({@code candidatePercent}), requests with this header
         * always go to it, and the others by the weights. Up to five values of 128 characters, one of which is enough;
         * {@code *} and {@code ?} are wildcards, and case does not matter. A rule of the production listener, of
         * priority 1; on an existing listener the last one that is free before the service's own.
         *
         * <p>The rule comes when Shift has seen the candidate healthy, and goes with the deploy in which no candidate
         * rests; a fleet that is removed then waits until every node has forgotten it. No run watches the candidate
         * between two deploys: its alarms ({@link Cutover#getAlarms}) do.
         *
         * <p>Default: nobody is chosen.
         */
        public Builder candidateByHeader(String name, String... values) {
            this.candidate = Optional.of(new CandidateSettings(name, List.of(values)));
            return this;
        }

        /**
         * As {@link #candidateByHeader}, for requests with this cookie. The name is looked for anywhere in the header,
         * so no other cookie's may end with it.
         *
         * <p>Default: nobody is chosen.
         */
        public Builder candidateByCookie(String name, String value) {
            this.candidate = Optional.of(CandidateSettings.cookie(name, value));
            return this;
        }

        /**
         * A login before every request of production: {@code next ->
         * ListenerAction.authenticateOidc(...next(next)...)}, or
         * {@code AuthenticateCognitoAction.Builder.create()...build()}. The CDK lets the load balancer reach identity
         * providers by HTTPS, unless {@code allowHttpsOutbound} is false. Needs certificates; previews have no login,
         * so that hooks and probes reach them. There are no {@code RollbackTo…Command} outputs, since they would drop
         * the login: {@code bin/teal rollback} keeps it.
         *
         * <p>Default: none.
         */
        public Builder login(UnaryOperator<ListenerAction> before) {
            this.login = Optional.of(before);
            return this;
        }

        /**
         * What the load balancer speaks with the hosts: HTTP/1.1, HTTP/2 or gRPC. gRPC needs certificates, and a
         * {@link TrafficOptions.Builder#healthCheckPath} as {@code /grpc.health.v1.Health/Check}. No metric counts its
         * errors: they are in answers of status 200, so a release needs an alarm or a probe of yours to notice them.
         * Never change it on a live service: both target groups would be replaced.
         *
         * <p>Default: HTTP/1.1.
         */
        public Builder protocol(ApplicationProtocolVersion version) {
            this.protocol = Objects.requireNonNull(version, "version");
            return this;
        }

        /**
         * Whether the load balancer speaks TLS with the hosts, whose certificates it does not check. Never change it on
         * a live service: both target groups would be replaced.
         *
         * <p>Default: false.
         */
        public Builder encryptedToHosts(boolean on) {
            this.encrypted = on;
            return this;
        }

        /**
         * Codes of the health check's answer by which a host can serve, as {@code 200,202} or {@code 200-299}; of gRPC
         * {@code 0} to {@code 99}.
         *
         * <p>Default: 200; of gRPC 0.
         */
        public Builder healthyCodes(String codes) {
            this.healthyCodes = Optional.of(codes);
            return this;
        }

        /**
         * The load balancer's port for clients, 1 to 65535. A change on a live service replaces the production
         * listener: never do it.
         *
         * <p>Not with {@link #network}, which has {@link NetworkOptions.Builder#port}, nor with
         * {@link #existingListener}.
         *
         * <p>Default: {@value TrafficOptions#HTTPS_PORT} with certificates, else {@value TrafficOptions#HTTP_PORT}.
         */
        public Builder productionPort(int port) {
            this.productionPort = OptionalInt.of(port);
            return this;
        }

        /**
         * One more port of the service, on the same hosts: an admin port, gRPC beside HTTP, or plain HTTP beside HTTPS.
         * It has a target group for each colour, a production listener and previews of its own; hosts count as healthy
         * if they are in every port's group, the alarms watch each, and a release moves all ports in one run, one right
         * after the other.
         *
         * <p>Up to 4. {@code port} says its own {@link #productionPort}, preview ports, application port, certificates,
         * health check and clients; what belongs to the load balancer is set with the service's own port. One on port
         * 80 takes the place of the redirect to HTTPS.
         *
         * <p>Chosen when a service is made: to add one to a live service, or take one away, is refused in the deploy.
         * For a {@link BlueGreenService} without CodeDeploy, behind an Application Load Balancer of its own.
         *
         * <p>Default: none.
         *
         * @param name in ids, outputs and messages: a small letter, then up to 15 letters and digits
         */
        public Builder alsoPort(String name, TrafficOptions port) {
            ports.put(Objects.requireNonNull(name, "name"), port.settings);
            return this;
        }

        /**
         * The options.
         *
         * @throws InvalidValueException if a value is out of its range, or two do not go together
         */
        public ApplicationOptions build() {
            return new ApplicationOptions(
                    new ApplicationSettings(
                            sticky, candidate, login, new HostProtocolSettings(protocol, encrypted, healthyCodes)),
                    productionPort,
                    ports);
        }
    }
}
