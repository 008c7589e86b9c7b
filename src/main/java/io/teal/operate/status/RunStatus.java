package io.teal.operate.status;

import java.time.Instant;

/**
 * A run in progress.
 *
 * @param name its execution's name
 * @param started when it began
 * @param line its step, in one line; empty text if that is not known
 */
public record RunStatus(String name, Instant started, String line) {}
