package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.template.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads {@code AWS::ElasticLoadBalancingV2::TargetGroup}. */
public final class TargetGroupReader {
    private static final String DRAIN = "deregistration_delay.timeout_seconds";
    private static final int DEFAULT_DRAIN_SECONDS = 300;
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
    private static final Map<String, String> ONLY = Map.of(
            "slow_start.duration_seconds",
            "0",
            "load_balancing.algorithm.type",
            "round_robin",
            "load_balancing.algorithm.anomaly_mitigation",
            "off");

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
                reader.ends());
    }

    private void refuseUnmodelled() {
        only("TargetType", "instance", Set.of("instance"));
        only("Protocol", "HTTP", PROTOCOLS);
        only("ProtocolVersion", "HTTP1", Set.of("HTTP1"));
        only("HealthCheckProtocol", defaultCheck(), flows ? PROTOCOLS : CHECKS);
        String port = fields.text("HealthCheckPort", "traffic-port");
        if (!port.equals("traffic-port") && !port.equals(fields.text("Port", ""))) {
            throw fields.refused(
                    "HealthCheckPort " + port + " is not modelled", "a host here has one port; leave it out");
        }
        if (!fields.at("Targets").isEmpty()) {
            throw fields.refused("Targets are not modelled", "only hosts of an Auto Scaling group register here");
        }
        Map<String, String> only = new TreeMap<>(ONLY_OF_BOTH);
        only.putAll(flows ? ONLY_OF_FLOWS : ONLY);
        attributes.refuseOthers(flows ? MODELLED_OF_FLOWS : MODELLED, only);
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
        int timeout = connectsOnly ? 10 : flows ? 6 : 5;
        return new HealthCheck(
                connectsOnly ? "" : fields.text("HealthCheckPath", "/"),
                new StatusMatcher(fields.at("Matcher").path("HttpCode").asText(flows ? "200-399" : "200")),
                fields.seconds("HealthCheckIntervalSeconds", 30),
                fields.seconds("HealthCheckTimeoutSeconds", timeout),
                new HealthCheck.Thresholds(
                        fields.number("HealthyThresholdCount", 5), fields.number("UnhealthyThresholdCount", 2)));
    }

    private Optional<StickinessModel> stickiness() {
        if (!attributes.text(STICKY, "false").equals("true")) {
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
