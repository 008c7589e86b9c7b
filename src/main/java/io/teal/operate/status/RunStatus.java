package io.teal.operate.status;

import java.time.Instant;

/**
 * A run that has not ended.
 *
 * @param name its execution's name
 * @param started when it began
 * @param line where it stands, one line; empty text if that cannot be told
 */
public record RunStatus(String name, Instant started, String line) {}
