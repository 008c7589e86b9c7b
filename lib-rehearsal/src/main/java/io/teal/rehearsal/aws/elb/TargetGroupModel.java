package io.teal.rehearsal.aws.elb;

import java.time.Duration;
import java.util.Optional;

/**
 * A target group.
 *
 * @param id its logical id
 * @param healthCheck how its targets are probed
 * @param drain its deregistration delay
 * @param stickiness whether and how clients stay with one of its targets
 * @param ends what ends connections that are forwarded to it; of no meaning behind a listener that forwards requests
 */
public record TargetGroupModel(
        String id, HealthCheck healthCheck, Duration drain, Optional<StickinessModel> stickiness, Ends ends) {

    /**
     * What ends connections that are forwarded to a target.
     *
     * @param afterDrain whether the end of the deregistration delay does
     * @param whenUnhealthy whether it does that the target becomes unhealthy
     */
    public record Ends(boolean afterDrain, boolean whenUnhealthy) {
        /** AWS's defaults. */
        public static final Ends USUAL = new Ends(false, true);
    }

    /** A target group of a listener that forwards requests. */
    public TargetGroupModel(String id, HealthCheck healthCheck, Duration drain, Optional<StickinessModel> stickiness) {
        this(id, healthCheck, drain, stickiness, Ends.USUAL);
    }

    /** A target group without stickiness. */
    public TargetGroupModel(String id, HealthCheck healthCheck, Duration drain) {
        this(id, healthCheck, drain, Optional.empty());
    }
}
