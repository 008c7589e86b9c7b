package io.teal.operate.account;

import java.time.Instant;

/**
 * A line of a log, as its writer wrote it: it may hold anything, control characters of terminals too.
 *
 * @param at its time
 * @param stream the log stream's name
 * @param text the line
 */
public record LogLine(Instant at, String stream, String text) {}
