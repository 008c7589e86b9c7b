package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.template.Fields;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code AWS::ElasticLoadBalancingV2::TargetGroup}. */
public final class TargetGroupReader {
    /** The resource type that it reads. */
    public static final String TARGET_GROUP = "AWS::ElasticLoadBalancingV2::TargetGroup";

    private static final String DRAIN = "deregistration_delay.timeout_seconds";
    private static final int DEFAULT_DRAIN_SECONDS = 300;
    private static final int DEFAULT_CHECK_SECONDS = 30;
    private static final String STICKY = "stickiness.enabled";
    private static final String STICKY_TYPE = "stickiness.type";
    private static final String STICKY_FOR = "stickiness.lb_cookie.duration_seconds";
    private static final String APPLICATION_COOKIE = "stickiness.app_cookie.cookie_name";
    private static final String APPLICATION_STICKY_FOR = "stickiness.app_cookie.duration_seconds";
    private static final int DEFAULT_STICKY_SECONDS = 86_400;
    private static final String TCP = "TCP";
    private static final Set<String> PROTOCOLS = Set.of("HTTP", "HTTPS", TCP);
    private static final Set<String> CHECKS = Set.of("HTTP", "HTTPS");
    private static final String ENDS_AFTER_DRAIN = "deregistration_delay.connection_termination.enabled";
    private static final String ENDS_WHEN_UNHEALTHY = "target_health_state.unhealthy.connection_termination.enabled";
    private static final String HEALTHY_FOR_DNS = "target_group_health.dns_failover.minimum_healthy_targets";

    /** DNS failover has no effect here: clients know the address of every node. */
    private static final Set<String> MODELLED = Set.of(
            DRAIN,
            STICKY,
            STICKY_TYPE,
            STICKY_FOR,
            APPLICATION_COOKIE,
            APPLICATION_STICKY_FOR,
            "load_balancing.algorithm.type",
            HEALTHY_FOR_DNS + ".count");

    private static final String HEALTHY_FOR_ROUTING =
            "target_group_health.unhealthy_state_routing.minimum_healthy_targets";
    private static final Map<String, String> ONLY_OF_BOTH = Map.of(
            "load_balancing.cross_zone.enabled",
            "use_load_balancer_configuration",
            HEALTHY_FOR_DNS + ".percentage",
            "off",
            HEALTHY_FOR_ROUTING + ".count",
            "1",
            HEALTHY_FOR_ROUTING + ".percentage",
            "off");
    private static final Map<String, String> ONLY =
            Map.of("slow_start.duration_seconds", "0", "load_balancing.algorithm.anomaly_mitigation", "off");

    private static final String ALGORITHM = "load_balancing.algorithm.type";
    private static final String ROUND_ROBIN = "round_robin";
    private static final Set<String> ALGORITHMS = Set.of(ROUND_ROBIN, "least_outstanding_requests", "weighted_random");

    /** preserve_client_ip has no visible effect: all clients are local. */
    private static final Set<String> MODELLED_OF_FLOWS = Set.of(
            DRAIN,
            STICKY_TYPE,
            ENDS_AFTER_DRAIN,
            ENDS_WHEN_UNHEALTHY,
            HEALTHY_FOR_DNS + ".count",
            "preserve_client_ip.enabled");

    private static final Map<String, String> ONLY_OF_FLOWS = Map.of(
            STICKY,
            "false",
            "proxy_protocol_v2.enabled",
            "false",
            "target_health_state.unhealthy.draining_interval_seconds",
            "0");

    private static final String TRAFFIC_PORT = "traffic-port";

    private final Fields fields;
    private final Attributes attributes;
    private final boolean flows;

    private TargetGroupReader(Fields fields) {
        this.fields = fields;
        this.attributes = new Attributes(fields, "TargetGroupAttributes");
        this.flows = fields.text("Protocol", "HTTP").equals(TCP);
    }

    /** Reads target group {@code id}. */
    public static TargetGroupModel read(String id, Fields fields) {
        TargetGroupReader reader = new TargetGroupReader(fields);
        reader.refuseUnmodelled();
        return new TargetGroupModel(
                id,
                reader.healthCheck(),
                reader.attributes.seconds(DRAIN, DEFAULT_DRAIN_SECONDS),
                reader.stickiness(),
                reader.ends(),
                reader.ports());
    }

    /** Target group {@code id} of which only its name counts: nothing registers in it here. */
    public static TargetGroupModel withoutTargets(String id, Fields fields) {
        HealthCheck never = new HealthCheck(
                "/",
                new StatusMatcher("200"),
                Duration.ofSeconds(DEFAULT_CHECK_SECONDS),
                Duration.ofSeconds(DEFAULT_CHECK_SECONDS),
                new HealthCheck.Thresholds(2, 2));
        return new TargetGroupModel(id, never, Duration.ZERO);
    }

    private TargetGroupModel.TargetPorts ports() {
        int traffic = fields.number("Port", 0);
        String checks = fields.text("HealthCheckPort", TRAFFIC_PORT);
        if (!checks.equals(TRAFFIC_PORT) && !checks.equals(Integer.toString(traffic))) {
            fields.simpler(
                    "HealthCheckPort " + checks, "the port that requests go to, which is the only one of a host here");
        }
        return new TargetGroupModel.TargetPorts(
                traffic, checks.equals(TRAFFIC_PORT) ? traffic : fields.number("HealthCheckPort", traffic));
    }

    private void refuseUnmodelled() {
        only("TargetType", "instance", Set.of("instance"));
        only("Protocol", "HTTP", PROTOCOLS);
        String version = fields.text("ProtocolVersion", "HTTP1");
        only("ProtocolVersion", "HTTP1", Set.of("HTTP1", "HTTP2", "GRPC"));
        if (!version.equals("HTTP1")) {
            fields.simpler("ProtocolVersion " + version, "HTTP/1.1 to the targets");
        }
        only("HealthCheckProtocol", defaultCheck(), flows ? PROTOCOLS : CHECKS);
        if (!fields.at("Targets").isEmpty()) {
            throw fields.refused("Targets are not modelled", "only hosts of an Auto Scaling group register here");
        }
        refuseAlgorithms();
        Map<String, String> only = new TreeMap<>(ONLY_OF_BOTH);
        only.putAll(flows ? ONLY_OF_FLOWS : ONLY);
        attributes.noteOthers(flows ? MODELLED_OF_FLOWS : MODELLED, only);
    }

    private void refuseAlgorithms() {
        String algorithm = attributes.text(ALGORITHM, ROUND_ROBIN);
        if (!ALGORITHMS.contains(algorithm)) {
            throw fields.refused(ALGORITHM + " = " + algorithm + " is not modelled", "write " + ROUND_ROBIN);
        }
        if (!algorithm.equals(ROUND_ROBIN)) {
            fields.simpler(ALGORITHM + " = " + algorithm, ROUND_ROBIN);
        }
    }

    /** The default HealthCheckProtocol. */
    private String defaultCheck() {
        return flows ? TCP : "HTTP";
    }

    private TargetGroupModel.Ends ends() {
        return new TargetGroupModel.Ends(
                attributes.text(ENDS_AFTER_DRAIN, "false").equals("true"),
                attributes.text(ENDS_WHEN_UNHEALTHY, "true").equals("true"));
    }

    private void only(String property, String otherwise, Set<String> modelled) {
        String value = fields.text(property, otherwise);
        if (!modelled.contains(value)) {
            throw fields.refused(
                    property + " " + value + " is not modelled",
                    "only " + String.join(" and ", modelled.stream().sorted().toList())
                            + (modelled.size() == 1 ? " is" : " are"));
        }
    }

    private HealthCheck healthCheck() {
        boolean connectsOnly =
                fields.text("HealthCheckProtocol", defaultCheck()).equals(TCP);
        Duration interval = fields.seconds("HealthCheckIntervalSeconds", 30);
        Duration timeout = fields.seconds("HealthCheckTimeoutSeconds", connectsOnly ? 10 : flows ? 6 : 5);
        int longer = timeout.compareTo(interval);
        if (longer > 0 || longer == 0 && !flows) {
            throw fields.refused(
                    "health checks every " + interval.toSeconds() + " s cannot wait " + timeout.toSeconds() + " s each",
                    flows
                            ? "AWS wants an interval that is at least the timeout"
                            : "AWS wants an interval greater than the timeout");
        }
        return new HealthCheck(
                connectsOnly ? "" : fields.text("HealthCheckPath", "/"),
                new StatusMatcher(fields.at("Matcher").path("HttpCode").asText(flows ? "200-399" : "200")),
                interval,
                timeout,
                new HealthCheck.Thresholds(
                        fields.number("HealthyThresholdCount", 5), fields.number("UnhealthyThresholdCount", 2)));
    }

    private Optional<StickinessModel> stickiness() {
        if (flows || !attributes.text(STICKY, "false").equals("true")) {
            return Optional.empty();
        }
        String type = attributes.text(STICKY_TYPE, "lb_cookie");
        return switch (type) {
            case "lb_cookie" ->
                Optional.of(new StickinessModel(attributes.seconds(STICKY_FOR, DEFAULT_STICKY_SECONDS), ""));
            case "app_cookie" ->
                Optional.of(new StickinessModel(
                        attributes.seconds(APPLICATION_STICKY_FOR, DEFAULT_STICKY_SECONDS),
                        attributes.text(APPLICATION_COOKIE, "")));
            default -> throw fields.refused(STICKY_TYPE + " = " + type + " is not modelled", "write lb_cookie");
        };
    }
}
