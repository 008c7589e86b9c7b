package io.teal.rehearsal.aws.elb;

import java.time.Duration;
import java.util.Set;

/**
 * A load balancer. Its timeouts are real time, not scaled, like those of clients and hosts.
 *
 * @param id its logical id
 * @param idleTimeout its idle timeout
 * @param clientKeepAlive its client keep-alive duration
 * @param securityGroups the logical ids of its security groups, or what else names them; empty if it names none
 */
public record LoadBalancerModel(String id, Duration idleTimeout, Duration clientKeepAlive, Set<String> securityGroups) {
    /** Copies the set. */
    public LoadBalancerModel {
        securityGroups = Set.copyOf(securityGroups);
    }

    /** AWS's default of {@code idleTimeout}. */
    public static final Duration IDLE_TIMEOUT = Duration.ofSeconds(60);

    /** AWS's default of {@code clientKeepAlive}. */
    public static final Duration CLIENT_KEEP_ALIVE = Duration.ofHours(1);

    /** Load balancer {@code id} with AWS's defaults. */
    public LoadBalancerModel(String id) {
        this(id, Set.of());
    }

    /** The same with security groups. */
    LoadBalancerModel(String id, Set<String> securityGroups) {
        this(id, IDLE_TIMEOUT, CLIENT_KEEP_ALIVE, securityGroups);
    }
}
