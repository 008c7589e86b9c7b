package io.teal.rehearsal.reading;

import io.teal.rehearsal.model.LoadBalancerModel;
import java.util.Map;
import java.util.Set;

/** Reads {@code AWS::ElasticLoadBalancingV2::LoadBalancer}. */
final class LoadBalancers {
    private static final String IDLE = "idle_timeout.timeout_seconds";
    private static final String KEEP_ALIVE = "client_keep_alive.seconds";

    /** Modelled, or of no part in what a client or a host of the rehearsal can see. */
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

    private LoadBalancers() {}

    static LoadBalancerModel read(String id, Fields fields) {
        if (!fields.text("Type", "application").equals("application")) {
            throw fields.refused("only application load balancers are modelled", "set Type to application");
        }
        Attributes attributes = new Attributes(fields, "LoadBalancerAttributes");
        attributes.refuseOthers(MODELLED, Map.of("load_balancing.cross_zone.enabled", "true"));
        return new LoadBalancerModel(
                id,
                attributes.seconds(IDLE, LoadBalancerModel.IDLE_TIMEOUT.toSeconds()),
                attributes.seconds(KEEP_ALIVE, LoadBalancerModel.CLIENT_KEEP_ALIVE.toSeconds()));
    }
}
