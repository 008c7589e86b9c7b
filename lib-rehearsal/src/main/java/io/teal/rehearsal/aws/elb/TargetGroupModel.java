package io.teal.rehearsal.aws.elb;

import java.time.Duration;
import java.util.Optional;

/**
 * A target group.
 *
 * @param id its logical id
 * @param healthCheck how its targets are probed
 * @param drain its deregistration delay
 * @param stickiness its stickiness; empty if off
 * @param ends connection termination; only for TCP
 * @param ports the ports of its targets
 */
public record TargetGroupModel(
        String id,
        HealthCheck healthCheck,
        Duration drain,
        Optional<StickinessModel> stickiness,
        Ends ends,
        TargetPorts ports) {

    /**
     * The ports of targets in the template; here they listen on others.
     *
     * @param traffic where requests go; 0 if the template does not say
     * @param checks where health checks go
     */
    public record TargetPorts(int traffic, int checks) {
        /** The template does not say. */
        static final TargetPorts UNKNOWN = new TargetPorts(0, 0);
    }

    /**
     * When the load balancer terminates TCP connections to a target.
     *
     * @param afterDrain after the deregistration delay
     * @param whenUnhealthy when the target becomes unhealthy
     */
    public record Ends(boolean afterDrain, boolean whenUnhealthy) {
        /** AWS's defaults. */
        public static final Ends USUAL = new Ends(false, true);
    }

    /** A target group for HTTP. */
    public TargetGroupModel(String id, HealthCheck healthCheck, Duration drain, Optional<StickinessModel> stickiness) {
        this(id, healthCheck, drain, stickiness, Ends.USUAL, TargetPorts.UNKNOWN);
    }

    /** A target group without stickiness. */
    public TargetGroupModel(String id, HealthCheck healthCheck, Duration drain) {
        this(id, healthCheck, drain, Optional.empty());
    }
}
