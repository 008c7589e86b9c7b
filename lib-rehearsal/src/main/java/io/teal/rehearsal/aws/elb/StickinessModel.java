package io.teal.rehearsal.aws.elb;

import java.time.Duration;

/**
 * Stickiness of a target group.
 *
 * @param duration since its last request, in the template's time
 * @param application the name of the application's cookie; empty for lb_cookie
 */
public record StickinessModel(Duration duration, String application) {}
