package io.teal.rehearsal.model;

import java.time.Duration;

/**
 * A target group.
 *
 * @param id its logical id
 * @param healthCheck how its targets are probed
 * @param drain its deregistration delay
 */
public record TargetGroupModel(String id, HealthCheck healthCheck, Duration drain) {}
