package io.teal.rehearsal.aws.autoscaling;

import java.time.Duration;

/**
 * {@code CreationPolicy.ResourceSignal}: a new group is complete when enough of its hosts have signalled.
 *
 * @param count how many
 * @param timeout how long CloudFormation waits for them
 */
public record SignalWait(int count, Duration timeout) {}
