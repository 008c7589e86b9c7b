package io.teal.release.preflight;

import java.time.Duration;
import java.time.Instant;

/**
 * A schedule takes all hosts from the active fleet while a deploy may be moving traffic.
 *
 * @param schedule its name
 * @param at when
 * @param takes how long the deploy may take
 */
public record Nightfall(String schedule, Instant at, Duration takes) {}
