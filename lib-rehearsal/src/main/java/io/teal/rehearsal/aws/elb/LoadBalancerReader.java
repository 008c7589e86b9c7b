package io.teal.rehearsal.aws.elb;

import io.teal.rehearsal.template.Fields;
import java.util.Map;
import java.util.Set;

/** Reads {@code AWS::ElasticLoadBalancingV2::LoadBalancer}. */
public final class LoadBalancerReader {
    /** The resource type that it reads. */
    public static final String LOAD_BALANCER = "AWS::ElasticLoadBalancingV2::LoadBalancer";

    private static final String IDLE = "idle_timeout.timeout_seconds";
    private static final String KEEP_ALIVE = "client_keep_alive.seconds";

    /** Modelled, or invisible to clients and hosts of the rehearsal. */
    private static final Set<String> MODELLED = Set.of(
            IDLE,
            KEEP_ALIVE,
            "deletion_protection.enabled",
            "access_logs.s3.enabled",
            "access_logs.s3.bucket",
            "access_logs.s3.prefix",
            "connection_logs.s3.enabled",
            "connection_logs.s3.bucket",
            "connection_logs.s3.prefix",
            "health_check_logs.s3.enabled",
            "health_check_logs.s3.bucket",
            "health_check_logs.s3.prefix",
            "ipv6.deny_all_igw_traffic",
            "routing.http.desync_mitigation_mode",
            "routing.http.drop_invalid_header_fields.enabled",
            "routing.http.preserve_host_header.enabled",
            "routing.http.x_amzn_tls_version_and_cipher_suite.enabled",
            "routing.http.xff_client_port.enabled",
            "routing.http.xff_header_processing.mode",
            "routing.http2.enabled",
            "waf.fail_open.enabled",
            "zonal_shift.config.enabled");

    private static final String CROSS_ZONE = "load_balancing.cross_zone.enabled";

    /** The same for a Network Load Balancer. */
    private static final Set<String> NETWORK_MODELLED = Set.of(
            CROSS_ZONE,
            "deletion_protection.enabled",
            "access_logs.s3.enabled",
            "access_logs.s3.bucket",
            "access_logs.s3.prefix",
            "ipv6.deny_all_igw_traffic",
            "zonal_shift.config.enabled");

    private LoadBalancerReader() {}

    /** Reads load balancer {@code id}. */
    public static LoadBalancerModel read(String id, Fields fields) {
        Attributes attributes = new Attributes(fields, "LoadBalancerAttributes");
        return switch (fields.text("Type", "application")) {
            case "application" -> application(id, fields, attributes);
            case "network" -> network(id, fields, attributes);
            default ->
                throw fields.refused(
                        "only application and network load balancers are modelled", "set Type to one of them");
        };
    }

    /** A Network Load Balancer has its timeouts on its listeners. */
    private static LoadBalancerModel network(String id, Fields fields, Attributes attributes) {
        attributes.noteOthers(NETWORK_MODELLED, Map.of());
        if (!attributes.text(CROSS_ZONE, "false").equals("true")) {
            fields.simpler(
                    CROSS_ZONE + " = false", "true: each node sends to the targets of all zones, not only of its own");
        }
        return new LoadBalancerModel(id, fields.owners("SecurityGroups"));
    }

    private static LoadBalancerModel application(String id, Fields fields, Attributes attributes) {
        attributes.noteOthers(MODELLED, Map.of(CROSS_ZONE, "true"));
        return new LoadBalancerModel(
                id,
                attributes.seconds(IDLE, LoadBalancerModel.IDLE_TIMEOUT.toSeconds()),
                attributes.seconds(KEEP_ALIVE, LoadBalancerModel.CLIENT_KEEP_ALIVE.toSeconds()),
                fields.owners("SecurityGroups"));
    }
}
