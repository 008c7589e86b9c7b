package io.teal.operate.plan;

import io.teal.release.observation.Weights;
import java.time.Duration;
import java.util.Optional;

/**
 * A part of a deploy that takes time.
 *
 * @param what what happens, one line
 * @param takes how long it takes at least
 * @param atMost how long it may take before it has failed
 * @param live the weights while it goes on; empty if there is no production action yet
 */
public record Stage(String what, Duration takes, Duration atMost, Optional<Weights> live) {}
