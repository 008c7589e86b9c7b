package io.teal.release.port;

/**
 * A target and its health.
 *
 * @param target the host
 * @param port the port it is registered with
 * @param state AWS's word; only {@code healthy} counts
 * @param reason AWS's reason code, for messages; empty text if none
 */
public record TargetHealth(String target, int port, String state, String reason) {}
