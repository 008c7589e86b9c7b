package io.teal.rehearsal.aws.autoscaling;

/**
 * {@code AutoScalingReplacingUpdate}: a group of the same kind is created, and the old one deleted when everything else
 * of the stack is done.
 */
public record ReplacingModel() implements HostUpdate {}
