package io.teal.rehearsal.model;

import java.time.Duration;
import java.util.Optional;

/**
 * A target group.
 *
 * @param id its logical id
 * @param healthCheck how its targets are probed
 * @param drain its deregistration delay
 * @param stickiness whether and how clients stay with one of its targets
 */
public record TargetGroupModel(
        String id, HealthCheck healthCheck, Duration drain, Optional<StickinessModel> stickiness) {
    /** A target group without stickiness. */
    public TargetGroupModel(String id, HealthCheck healthCheck, Duration drain) {
        this(id, healthCheck, drain, Optional.empty());
    }
}
