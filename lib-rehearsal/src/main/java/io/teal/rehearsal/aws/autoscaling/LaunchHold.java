package io.teal.rehearsal.aws.autoscaling;

import java.time.Duration;

/**
 * A lifecycle hook of the group for hosts that are launched.
 *
 * @param timeout HeartbeatTimeout
 * @param continues whether its DefaultResult is CONTINUE
 */
public record LaunchHold(Duration timeout, boolean continues) {}
