package io.teal.rehearsal.aws.elb;

import java.time.Duration;

/**
 * How long a client stays with one target of a group.
 *
 * @param duration since its last request, in the template's time
 * @param application the application's own cookie that makes it sticky; empty where the load balancer's does
 */
public record StickinessModel(Duration duration, String application) {}
