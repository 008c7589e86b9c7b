package io.teal.release.port;

import java.time.Instant;

/**
 * An execution of a state machine.
 *
 * @param arn which
 * @param name its name
 * @param started when it began
 */
public record Execution(String arn, String name, Instant started) {}
